/// The value that most members of a list share, the earlier one where two are equally frequent;
/// empty values do not count.
///
/// Heads of a 册 show one 入学年月 and 学制 for all.
func mostCommon(_ values: some Sequence<String>) -> String {
  var counts: [ByteKey: Int] = [:]
  var order: [ByteKey] = []
  // Neighbours mostly share their value: runs are counted before they are looked up.
  var run = ByteKey("")
  var length = 0
  func close() {
    guard length > 0 else { return }
    if counts[run] == nil { order.append(run) }
    counts[run, default: 0] += length
  }
  for value in values where !value.isEmpty {
    if value.hasSameBytes(as: run.text) {
      length += 1
    } else {
      close()
      run = ByteKey(value)
      length = 1
    }
  }
  close()
  var best: ByteKey?
  for key in order where counts[key, default: 0] > best.map({ counts[$0, default: 0] }) ?? 0 {
    best = key
  }
  return best?.text ?? ""
}
