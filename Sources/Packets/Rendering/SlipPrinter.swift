internal import Diagnostics
import Forms
import PDFOutput
import Records

/// Makes the slips of a packet.
struct SlipPrinter {
  let builder: PacketBuilder
  let encoder: PageEncoder
  /// What could not be set; a packet with a faulty slip is not made.
  private(set) var findings: [Diagnostic] = []

  init(builder: PacketBuilder, encoder: PageEncoder) {
    self.builder = builder
    self.encoder = encoder
  }

  /// The step of a slip; none where it could not be set.
  mutating func step(_ slip: Slip) throws -> [PacketSequence.Step] {
    try render(slip).map { [.slip($0)] } ?? []
  }

  /// The slip for copies that lie in the print file of another paper.
  mutating func otherPaper(
    _ pieces: [PacketPiece],
    pages: ClosedRange<Int>
  ) throws
    -> PacketPiece?
  {
    let copies = pieces.compactMap(\.copy)
    guard let first = copies.first?.document else { return nil }
    let volumes = Set(copies.map { ByteKey($0.document.plan.volume ?? "") }).count
    let policy = builder.context.policy
    let isDuplex = builder.context.options.isDuplex
    let slip = Slip.otherPaper(
      material: "材料（\(first.plan.material ?? 0)）\(policy.shortName(of: first.plan.form))",
      name: policy.shortName(of: first.plan.form),
      paper: first.paper,
      file: Delivery.packetName(of: builder.school, paper: first.paper),
      pages: pages,
      volumes: volumes,
      copies: volumes == 0 ? 0 : copies.count / volumes,
      isDuplex: isDuplex,
      sheets: isDuplex ? pages.count / 2 : pages.count
    )
    return try render(slip).map { .slip($0, isDuplex: isDuplex) }
  }

  private mutating func render(_ slip: Slip) throws -> RenderedDocument? {
    let (document, faults) = try builder.context.renderer.render(
      builder.plan(of: slip),
      encoder: encoder
    )
    findings += faults
    return document
  }
}
