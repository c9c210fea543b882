import Packets
import Testing

@Suite("Names of slices")
struct ShardNameTests {
  @Test("a slice is one of its number", arguments: ["1/1", "2/8", "8/8", "10000/10000"])
  func sound(text: String) {
    #expect(Shard(text)?.description == text)
  }

  @Test(
    "everything else is none",
    arguments: ["", "/", "1", "0/2", "3/2", "1/0", "1/10001", "-1/2", "1/2/3", "1/ 2", "１/2"]
  )
  func unsound(text: String) {
    #expect(Shard(text) == nil)
  }
}
