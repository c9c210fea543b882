internal import Diagnostics
internal import Markup
internal import Records

extension TemplateCompiler {
  /// `root.field`, `item.field`, `index`.
  mutating func path(
    _ names: [Expression.Name],
    _ site: inout ExpressionSite
  ) throws -> TypedProgram {
    let first = names[0]
    if names.count == 1 {
      if first.text == "index", scope.find("index") == nil {
        guard scope.loopDepth > 0 else {
          throw stop("T021", "“index”只能在循环（each）中使用。", site, at: first.offset)
        }
        return .number(.index(0))
      }
      if site.allowsBareFields, scope.find(first.text) == nil, let item = scope.innermost {
        let (program, kind) = try field(first, of: item.type, .item(0), &site)
        return .value(program, kind)
      }
    }
    let variable = try variable(first, site)
    guard names.count > 1 else {
      let message = "“\(first.text)”不能直接显示，请写出字段，例如 \(first.text).\(example(variable.type))。"
      throw stop("T022", message, site, at: first.offset)
    }
    guard names.count == 2 else {
      throw stop("T021", "“\(names[1].text)”没有下级字段。", site, at: names[2].offset)
    }
    let (program, kind) = try field(
      names[1],
      of: variable.type,
      scope.reference(variable),
      &site
    )
    return .value(program, kind)
  }

  /// `item.list[course]`.
  mutating func item(
    _ names: [Expression.Name],
    at index: Expression.Name,
    _ site: inout ExpressionSite
  ) throws -> TypedProgram {
    let owner = try variable(names[0], site)
    guard names.count == 2 else {
      throw stop("T020", "应写成 实体.列表[循环变量]，例如 graduate.scores[course]。", site, at: names[0].offset)
    }
    let lists = owner.type.lists
    guard let list = lists.firstIndex(where: { $0.name == names[1].text }) else {
      let hint = NearestName.hint(for: names[1].text, among: lists.map(\.name))
      let message = "“\(owner.name)”（\(owner.type.title)）没有列表“\(names[1].text)”。\(hint)"
      throw stop("T021", message, site, at: names[1].offset)
    }
    let column = try variable(index, site)
    guard column.root < 0, column.type.name == lists[list].entity else {
      let message = "“\(names[1].text)”要用对 \(lists[list].entity) 的循环变量取值，“\(index.text)”不是。"
      throw stop("T022", message, site, at: index.offset)
    }
    note(FieldUse(entity: owner.type.name, table: .score, field: names[1].text), site)
    let hops = scope.reference(column).hops
    return .value(.listItem(scope.reference(owner), list, hops), .text)
  }

  /// A collection as a loop over it.
  mutating func loop(
    _ expression: Expression,
    _ site: ExpressionSite,
    reports: Bool = true
  ) throws -> (LoopProgram, EntityType) {
    guard case .path(let names) = expression.kind, names.count == 2 else {
      guard reports else { throw CompileStop() }
      throw stop("T020", "这里应是集合，例如 volume.graduates。", site, at: expression.offset)
    }
    if !reports, scope.find(names[0].text) == nil { throw CompileStop() }
    let owner = try variable(names[0], site)
    let collections = owner.type.collections
    guard let slot = collections.firstIndex(where: { $0.name == names[1].text }),
      let type = vocabulary.types[collections[slot].entity]
    else {
      guard reports else { throw CompileStop() }
      let hint = NearestName.hint(for: names[1].text, among: collections.map(\.name))
      let message = "“\(owner.name)”（\(owner.type.title)）没有集合“\(names[1].text)”。\(hint)"
      throw stop("T021", message, site, at: names[1].offset)
    }
    return (LoopProgram(owner: scope.reference(owner), collection: slot), type)
  }

  /// A field of an entity; its use is noted.
  mutating func field(
    _ name: Expression.Name,
    of type: EntityType,
    _ reference: EntityReference,
    _ site: inout ExpressionSite
  ) throws -> (ValueProgram, FieldKind) {
    func find(_ fields: [FieldDefinition]) -> Int? {
      fields.firstIndex { $0.name == name.text } ?? fields.firstIndex { $0.heading == name.text }
    }
    if let slot = find(type.stored) {
      note(FieldUse(entity: type.name, table: type.table, field: type.stored[slot].name), site)
      return (.stored(reference, slot), type.stored[slot].kind)
    }
    if let slot = find(type.derived) {
      note(FieldUse(entity: type.name, table: nil, field: type.derived[slot].name), site)
      return (
        .derived(reference, slot, type: vocabulary.number(of: type)), type.derived[slot].kind
      )
    }
    if type.collections.contains(where: { $0.name == name.text }) {
      let message = "“\(name.text)”是集合，不能直接显示。请用 count(…)、sum(…) 或 each。"
      throw stop("T022", message, site, at: name.offset)
    }
    if let list = type.lists.first(where: { $0.name == name.text }) {
      let message = "“\(name.text)”是列表，请写成 \(name.text)[\(list.entity)]。"
      throw stop("T022", message, site, at: name.offset)
    }
    let names = (type.stored + type.derived).map(\.name)
    let hint = NearestName.hint(for: name.text, among: names)
    let message = "“\(type.name)”（\(type.title)）没有字段“\(name.text)”。\(hint)"
    throw stop("T021", message, site, at: name.offset)
  }

  mutating func variable(
    _ name: Expression.Name,
    _ site: ExpressionSite
  ) throws -> Scope.Variable {
    if let variable = scope.find(name.text) { return variable }
    let hint = NearestName.hint(for: name.text, among: scope.variables.map(\.name))
    throw stop("T021", "这里没有“\(name.text)”。\(hint)", site, at: name.offset)
  }

  /// A filter; nil with a finding where its name or argument is wrong.
  mutating func filter(_ call: FilterCall, _ kind: FieldKind, _ text: MarkupText) -> Filter? {
    let name = call.name.text
    guard Filter.names.contains(name) else {
      let hint = NearestName.hint(for: name, among: Filter.names)
      report("T023", "没有过滤器“\(name)”。\(hint)", in: text, at: call.name.offset)
      return nil
    }
    if ["mask", "upper-money", "tight"].contains(name) {
      if let argument = call.argument {
        report("T023", "过滤器“\(name)”没有参数。", in: text, at: argument.offset)
      }
      return name == "mask" ? .mask(kind) : name == "tight" ? .tight : .upperMoney
    }
    guard let argument = call.argument else {
      report("T023", "过滤器“\(name)”后面要写文字，例如 \(name) '…'。", in: text, at: call.name.offset)
      return nil
    }
    switch name {
    case "date":
      guard let pattern = DatePattern(argument.text) else {
        let message = "日期格式“\(argument.text)”不可用。请用 yyyy、M 或 MM、d 或 dd，例如 yyyy年M月d日。"
        report("T023", message, in: text, at: argument.offset)
        return nil
      }
      return .date(pattern)
    case "prefix": return .prefix(argument.text)
    case "without": return .without(argument.text)
    case "count", "suffix": return .suffix(argument.text)
    default: return .blank(argument.text)
    }
  }

  private mutating func note(_ use: FieldUse, _ site: ExpressionSite) {
    switch site.purpose {
    case .shown: displayed.insert(use)
    case .tested: tested.insert(use)
    }
  }

  private func example(_ type: EntityType) -> String {
    (type.stored + type.derived).first?.name ?? type.collections.first?.name ?? "…"
  }
}
