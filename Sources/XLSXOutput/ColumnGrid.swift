import DocumentModel

/// The columns of a sheet that holds all tables of a form: a column border of the sheet stands
/// wherever one of the tables has one, so that a form of one table has just its columns.
struct ColumnGrid {
  /// The right edges of the sheet's columns, from the left margin.
  private let edges: [Length]

  /// The grid of all tables of a form; a form without tables has one column.
  init(_ form: FilledForm) {
    let usable = form.sheet.usable.width
    var edges: Set<Length> = []
    for case .table(let table) in form.header {
      edges.formUnion(Self.edges(of: table, in: usable))
    }
    for index in 0..<form.sections.count {
      for case .table(let table) in form.sections[index].blocks {
        edges.formUnion(Self.edges(of: table, in: usable))
      }
    }
    if edges.isEmpty { edges.insert(usable) }
    self.edges = edges.sorted()
  }

  /// The right edges of a table's columns.
  static func edges(of table: Table, in usable: Length) -> [Length] {
    var edge = Length.zero
    return table.unsplitWidths(in: usable).map { width in
      edge += width
      return edge
    }
  }

  /// How many columns the sheet has.
  var count: Int { edges.count }

  /// The widths of the sheet's columns.
  var widths: [Length] {
    zip(edges, [.zero] + edges).map { $0 - $1 }
  }

  /// The columns between two positions, at least one.
  func columns(from left: Length, to right: Length) -> Range<Int> {
    let first = edges.firstIndex { $0 > left } ?? edges.count - 1
    let last = edges.firstIndex { $0 >= right } ?? edges.count - 1
    return first..<(max(first, last) + 1)
  }

  /// The width of some columns.
  func width(of columns: Range<Int>) -> Length {
    columns.reduce(.zero) { $0 + widths[$1] }
  }
}
