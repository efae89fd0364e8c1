#!/bin/sh
# Writes Debian's package index, as apt knows it, as a register of items and relations:
#
#     sh examples/cmdb/debian.sh FOLDER
#     cargo run --release --example cmdb -- FOLDER/debian.items.csv FOLDER/debian.relations.csv \
#         --mapping examples/cmdb/debian.mapping.json
#
# Packages are items. A dependency that one package alone can meet is `depends` or `pre_depends`; one that several can meet
# (`a | b`, or a virtual package with several providers) is a group of `needs_one_of`. Versions are not compared; but a
# virtual package without a version meets no dependency that asks for one. What nothing in the index meets is left out, and
# so is what a package meets itself.
set -eu
folder=${1:?"usage: debian.sh FOLDER"}
mkdir -p "$folder"
apt-cache dumpavail | LC_ALL=C awk -v items="$folder/debian.items.csv" -v relations="$folder/debian.relations.csv" '
function name(text) {
    sub(/^[ \t]+/, "", text)
    sub(/[ \t(:].*$/, "", text)
    return text
}
function meets(package) {
    if (package in type && !(package in member)) {
        member[package] = 1
        members[++count] = package
    }
}
function clauses(package, text, kind,    i, j, k, all, either, offers, wanted, some) {
    some = split(text, all, ",")
    for (i = 1; i <= some; i++) {
        split("", member)
        count = 0
        alternatives = split(all[i], either, "|")
        for (j = 1; j <= alternatives; j++) {
            wanted = name(either[j])
            meets(wanted)
            providers = split(either[j] ~ /\(/ ? versioned[wanted] : provided[wanted], offers, " ")
            for (k = 1; k <= providers; k++) meets(offers[k])
        }
        dependencies++
        if (count == 0) unmet++
        else if (package in member) own++
        else if (count == 1) relation(package, kind, members[1], "")
        else {
            groups++
            for (j = 1; j <= count; j++) relation(package, "needs_one_of", members[j], "either-" groups)
        }
    }
}
function relation(from, kind, to, group) {
    if ((from, kind, to, group) in known) return
    known[from, kind, to, group] = 1
    print from "," kind "," to "," group > relations
    written++
}
function rest() { return substr($0, index($0, ":") + 2) }
/^Package: / {
    package = $2
    fresh = !(package in type)
    if (fresh) { order[++packages] = package; type[package] = "unknown" }
}
# The index may hold several versions of a package; the first counts.
!fresh { next }
/^Section: / { type[package] = $2 }
/^Depends: / { depends[package] = rest() }
/^Pre-Depends: / { pre_depends[package] = rest() }
/^Provides: / {
    offered = split(rest(), offers, ",")
    for (i = 1; i <= offered; i++) {
        virtual = name(offers[i])
        provided[virtual] = provided[virtual] " " package
        if (offers[i] ~ /\(/) versioned[virtual] = versioned[virtual] " " package
    }
}
END {
    print "id,type" > items
    print "from,kind,to,group" > relations
    for (p = 1; p <= packages; p++) {
        package = order[p]
        print package "," type[package] > items
        clauses(package, depends[package], "depends")
        clauses(package, pre_depends[package], "pre_depends")
    }
    printf "%d packages; %d dependencies, %d of them either-or, %d that nothing meets, %d that a package meets itself; %d relations\n",
        packages, dependencies, groups, unmet, own, written
}'
