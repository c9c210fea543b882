/// Takes PNG's filters off the rows of a picture.
enum PNGRows {
  /// How long rows are and how far a byte's left neighbour is.
  struct Shape {
    /// Bytes of a row without its filter byte.
    var rowBytes: Int
    var rows: Int
    /// Bytes of a pixel, at least 1.
    var stride: Int
  }

  /// The rows without their filter bytes, which are at most 4.
  static func plain(_ filtered: [UInt8], _ shape: Shape) -> [UInt8] {
    let count = shape.rowBytes
    var rows = [UInt8](repeating: 0, count: count * shape.rows)
    for row in 0..<shape.rows {
      let source = row * (count + 1)
      let target = row * count
      let filter = filtered[source]
      for column in 0..<count {
        let left = column >= shape.stride ? rows[target + column - shape.stride] : 0
        let above = row > 0 ? rows[target + column - count] : 0
        let predicted: UInt8
        switch filter {
        case 0: predicted = 0
        case 1: predicted = left
        case 2: predicted = above
        case 3: predicted = UInt8((Int(left) + Int(above)) / 2)
        default:
          let corner =
            row > 0 && column >= shape.stride ? rows[target + column - count - shape.stride] : 0
          predicted = paeth(Int(left), Int(above), Int(corner))
        }
        rows[target + column] = filtered[source + 1 + column] &+ predicted
      }
    }
    return rows
  }

  /// Of three neighbours the one nearest to left + above - corner (PNG, 9.4).
  private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
    let toLeft = abs(above - corner)
    let toAbove = abs(left - corner)
    let toCorner = abs(left + above - corner - corner)
    if toLeft <= toAbove, toLeft <= toCorner { return UInt8(left) }
    return UInt8(toAbove <= toCorner ? above : corner)
  }
}
