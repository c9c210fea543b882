/// The names that an expression may start with: the form's roots and the items of the loops around
/// it.
struct Scope {
  private(set) var variables: [Variable]
  private(set) var loopDepth = 0

  struct Variable {
    var name: String
    var type: EntityType
    /// Index of a root, or -1.
    var root: Int
    /// For items: how many loops lie around the loop.
    var level: Int
  }

  init(roots: [EntityType]) {
    variables = roots.enumerated().map { index, type in
      Variable(name: type.name, type: type, root: index, level: -1)
    }
  }

  mutating func enter(_ name: String, _ type: EntityType) {
    variables.append(Variable(name: name, type: type, root: -1, level: loopDepth))
    loopDepth += 1
  }

  mutating func leave() {
    variables.removeLast()
    loopDepth -= 1
  }

  func find(_ name: String) -> Variable? {
    variables.last { $0.name == name }
  }

  /// The item of the innermost loop.
  var innermost: Variable? {
    variables.last { $0.level == loopDepth - 1 && $0.root < 0 }
  }

  func reference(_ variable: Variable) -> EntityReference {
    variable.root >= 0 ? .root(variable.root) : .item(loopDepth - 1 - variable.level)
  }

  /// Which variable a reference means, the same number wherever it is asked.
  func identity(_ reference: EntityReference, depth: Int) -> Int {
    reference.root >= 0 ? -1 - reference.root : depth - 1 - reference.hops
  }
}
