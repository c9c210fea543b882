internal import Forms
internal import Records

extension RulePolicy {
  /// What a season's `packet.xml` decides about the rules.
  init(_ packet: PacketDefinition, copies: [SchoolType: Int]) {
    self.init(year: packet.year, copies: copies)
    fullMark = packet.fullMark
    certificatePattern = packet.certificatePattern
  }
}
