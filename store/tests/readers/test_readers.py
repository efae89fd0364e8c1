"""DuckDB and DataFusion read what `examples/export` has written, and count what the desk itself has counted.

`scripts/readers` writes the folder and says where it is.
"""

import base64
import hashlib
import json
import os
from datetime import datetime, timezone
from pathlib import Path

import datafusion
import duckdb
import pyarrow as pa
import pytest

FOLDER = Path(os.environ["ITSM_EXPORT"])
TENANT = os.environ["ITSM_EXPORT_TENANT"]
DESK = json.loads(Path(os.environ["ITSM_EXPORT_COUNTED"]).read_text())


def duck(question):
    return duckdb.sql(question).fetchall()


def files(table, tenant="*"):
    """A table of one tenant as DuckDB reads it; all tenants have it under one folder."""
    return f"read_parquet('{FOLDER}/{table}/tenant={tenant}/month=*/*.parquet', hive_partitioning = true)"


def own(table):
    return files(table, TENANT)


@pytest.fixture(scope="module")
def fusion():
    context = datafusion.SessionContext()
    partitions = [("tenant", pa.string()), ("month", pa.string())]
    for folder in sorted(FOLDER.iterdir()):
        context.register_parquet(folder.name, str(folder), table_partition_cols=partitions)

    def ask(question):
        return [tuple(row.values()) for batch in context.sql(question).collect() for row in batch.to_pylist()]

    return ask


def test_the_desk_has_counted_something():
    assert DESK["events"] > 200
    assert len(DESK["events_by_month"]) >= 3
    assert len(DESK["breached"]) >= 1


def test_events_of_each_month(fusion):
    counted = sorted(DESK["events_by_month"].items())
    assert duck(f"SELECT month, count(*) FROM {own('log')} GROUP BY month ORDER BY month") == counted
    assert fusion(f"SELECT month, count(*) FROM log WHERE tenant = '{TENANT}' GROUP BY month ORDER BY month") == counted
    # The folder is the month of the instant in the row.
    said = f"SELECT count(*) FROM {own('log')} WHERE strftime(recorded_at AT TIME ZONE 'UTC', '%Y-%m') <> month"
    assert duck(said) == [(0,)]


def test_incidents_of_each_month(fusion):
    counted = sorted(DESK["incidents_by_month"].items())
    assert duck(f"SELECT month, count(*) FROM {own('incident')} GROUP BY month ORDER BY month") == counted
    assert fusion(f"SELECT month, count(*) FROM incident WHERE tenant = '{TENANT}' GROUP BY month ORDER BY month") == counted


BREACHED = """
SELECT incident.id, clock.metric, clock.consumed_s, clock.target_s, {at}
FROM {clocks} AS clock JOIN {incidents} AS incident
  ON clock.record = incident.id AND clock.tenant = incident.tenant
WHERE clock.process = 'incident' AND NOT clock.met AND clock.tenant = '{tenant}'
ORDER BY incident.id, clock.metric
"""


def test_breached_clocks_with_their_incidents(fusion):
    def seconds(instant):
        return int(datetime.strptime(instant, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc).timestamp())

    counted = sorted(
        (of["incident"], of["metric"], of["consumed_s"], of["target_s"], seconds(of["breached_at"])) for of in DESK["breached"]
    )
    asked = {"clocks": own("sla_clock"), "incidents": own("incident"), "tenant": TENANT}
    assert duck(BREACHED.format(at="epoch(clock.breached_at)::BIGINT", **asked)) == counted
    asked = {"clocks": "sla_clock", "incidents": "incident", "tenant": TENANT}
    assert fusion(BREACHED.format(at="to_unixtime(clock.breached_at)", **asked)) == counted


def test_what_was_breached_took_longer_than_promised(fusion):
    """As long as nobody has stopped it, a clock goes on counting after its breach."""
    clocks = "process, record, metric, elapsed_s, target_s"
    late = duck(f"SELECT {clocks} FROM {own('sla_clock')} WHERE elapsed_s > target_s ORDER BY ALL")
    asked = f"SELECT {clocks} FROM sla_clock WHERE tenant = '{TENANT}' AND NOT met ORDER BY process, record, metric"
    assert fusion(asked) == late and len(late) >= len(DESK["breached"])
    assert duck(f"SELECT count(*) FROM {own('sla_clock')} WHERE (elapsed_s = consumed_s) <> (since IS NULL)") == [(0,)]


def test_the_other_tables(fusion):
    def both(columns, table, more=""):
        asked = duck(f"SELECT {columns} FROM {own(table)} {more}")
        assert fusion(f"SELECT {columns} FROM {table} WHERE tenant = '{TENANT}' {more}") == asked
        return asked

    clocks = duck(f"SELECT count(*), sum(consumed_s)::BIGINT FROM {own('sla_clock')} WHERE process = 'incident'")
    assert clocks == [(DESK["clocks"], DESK["consumed_s"])]
    assert [id for (id,) in both("id", "problem", "ORDER BY id")] == DESK["problems"]
    assert dict(both("id, outcome", "change", "ORDER BY id")) == DESK["changes"]
    assert [id for (id,) in both("id", "release", "ORDER BY id")] == DESK["releases"]
    assert both("count(*)", "service_request") == [(DESK["service_requests"],)]
    assert both("count(*)", "configuration_item") == [(DESK["configuration_items"],)]
    assert both("count(*)", "relation") == [(DESK["relations"],)]
    # The problem, its incidents and its change, over lists and links.
    incidents = duck(f"SELECT unnest(incidents) AS id FROM {own('problem')} ORDER BY id")
    known = duck(f"SELECT id FROM {own('incident')} WHERE id IN (SELECT unnest(incidents) FROM {own('problem')}) ORDER BY id")
    assert incidents == known and len(known) >= 3
    assert duck(f"SELECT \"to\" FROM {own('link')} WHERE process = 'change' AND kind = 'raised_from'") == [(DESK["problems"][0],)]


def test_types():
    described = {name: kind for name, kind, *_ in duck(f"DESCRIBE SELECT * FROM {own('log')}")}
    assert described["index"] == "BIGINT"
    assert described["recorded_at"] == "TIMESTAMP WITH TIME ZONE"
    assert described["roles"] == "VARCHAR[]"
    assert described["line"] == "VARCHAR"
    described = {name: kind for name, kind, *_ in duck(f"DESCRIBE SELECT * FROM {own('sla_clock')}")}
    assert (described["met"], described["due_at"], described["consumed_s"]) == ("BOOLEAN", "TIMESTAMP WITH TIME ZONE", "BIGINT")
    context = datafusion.SessionContext()
    context.register_parquet("log", str(FOLDER / "log"))
    schema = context.table("log").schema()
    kinds = [schema.field(name).type for name in ("index", "recorded_at")]
    assert kinds == [pa.int64(), pa.timestamp("ms", tz="UTC")]
    assert pa.types.is_list(schema.field("roles").type)


def leaf(line):
    return hashlib.sha256(b"\x00" + line.encode()).digest()


def root(leaves):
    """RFC 9162, section 2.1.1, as it stands there."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:])).digest()


def checkpoints(table):
    """The checkpoint that stands in the files of a table, with the tenants that they say they are of."""
    asked = f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{FOLDER}/{table}/tenant={TENANT}/month=*/*.parquet')"
    pairs = duck(asked)
    return {value for key, value in pairs if key == "itsm.checkpoint"}, {value for key, value in pairs if key == "itsm.tenant"}


def test_the_lines_have_the_root_of_the_checkpoint(fusion):
    lines = duck(f"SELECT line, leaf FROM {own('log')} ORDER BY \"index\"")
    assert fusion(f"SELECT line, leaf FROM log WHERE tenant = '{TENANT}' ORDER BY \"index\"") == lines
    assert [leaf(line).hex() for line, _ in lines] == [stored for _, stored in lines]
    (note,), tenants = checkpoints("log")
    assert tenants == {TENANT}
    origin, size, head = note.split("\n")[:3]
    assert note == DESK["checkpoint"]
    assert (origin, int(size)) == ("example.com/chuangxin", len(lines))
    assert base64.b64decode(head) == root([leaf(line) for line, _ in lines])
    assert base64.b64decode(head).hex() == DESK["root"]


def test_every_table_has_the_same_checkpoint():
    tables = sorted(folder.name for folder in FOLDER.iterdir())
    assert len(tables) >= 11
    for table in tables:
        assert checkpoints(table) == ({DESK["checkpoint"]}, {TENANT}), table


def test_a_line_says_what_its_columns_say():
    rows = duck(f'SELECT line, "index", process, record, "version", kind, actor, roles, epoch(recorded_at)::BIGINT FROM {own("log")}')
    for line, *columns in rows:
        said = json.loads(line)
        recorded = datetime.fromisoformat(said["recorded_at"]).timestamp()
        names = [said[name] for name in ("index", "process", "record", "version", "kind")]
        assert columns == [*names, said["actor"]["id"], said["actor"]["roles"], int(recorded)]


def test_what_is_nobodys_stands_beside_it(fusion):
    """The same log was exported once more without a tenant: Hive's name for no value."""
    asked = duck(f"SELECT tenant, count(*) FROM {files('log')} GROUP BY tenant ORDER BY tenant NULLS LAST")
    assert asked == [(TENANT, DESK["events"]), (None, DESK["events"])]
    asked = fusion("SELECT tenant, count(*) FROM log GROUP BY tenant ORDER BY tenant")
    assert sorted(asked, key=str) == sorted([(TENANT, DESK["events"]), ("__HIVE_DEFAULT_PARTITION__", DESK["events"])], key=str)
