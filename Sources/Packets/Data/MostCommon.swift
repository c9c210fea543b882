/// The value that most members of a list share, the earlier one where two are equally frequent;
/// empty values do not count.
///
/// Heads of a 册 show one 入学年月 and 学制 for all.
func mostCommon(_ values: some Sequence<String>) -> String {
  var counts: [ByteKey: Int] = [:]
  var order: [ByteKey] = []
  for value in values where !value.isEmpty {
    let key = ByteKey(value)
    if counts[key] == nil { order.append(key) }
    counts[key, default: 0] += 1
  }
  var best: ByteKey?
  for key in order where counts[key, default: 0] > best.map({ counts[$0, default: 0] }) ?? 0 {
    best = key
  }
  return best?.text ?? ""
}
