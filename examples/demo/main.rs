mod company;
mod script;
mod week;
fn main() {
    let week = week::play().unwrap();
    println!("{} {}", week.desk.journal().events().len(), week.desk.digest());
    for event in week.desk.journal().events() { use itsm::kernel::EventBody; println!("{} {} {} {}", event.head.at, event.head.record, event.body.kind(), event.head.actor.id); }
    assert_eq!(week.replayed().unwrap().digest(), week.desk.digest());
}
