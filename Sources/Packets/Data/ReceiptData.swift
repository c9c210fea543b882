import DocumentModel
import Forms
import Records

extension SeasonEntities {
  /// The root `receipt` of a bureau, with all its schools in input order.
  static func receipt(of bureau: Record, schools: [Entity]) -> Entity {
    let city = bureau[BureauField.city]
    let holder = city.hasSuffix("市") ? String(city.dropLast()) : city
    return receipt(
      holder: holder,
      contact: bureau[BureauField.contact],
      phone: bureau[BureauField.phone],
      address: bureau[BureauField.address],
      schools: schools
    )
  }

  /// The root `receipt` of a school that sends its own: 区直, 高校中职部, 其他.
  static func receipt(of school: School, index: Int) -> Entity {
    receipt(
      holder: school.name,
      contact: school.record[SchoolField.contact],
      phone: school.record[SchoolField.phone],
      address: school.record[SchoolField.address],
      schools: [SeasonEntities.school(school, index: index)]
    )
  }

  private static func receipt(
    holder: String,
    contact: String,
    phone: String,
    address: String,
    schools: [Entity]
  ) -> Entity {
    let derived = ContiguousArray(ReceiptValue.self) { value in
      switch value {
      case .holder: holder
      case .contact: contact
      case .phone: phone
      case .address: address
      }
    }
    return Entity(derived: derived, collections: [Lazy(schools)])
  }
}
