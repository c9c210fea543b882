internal import CSystem
internal import Glibc

/// How the C library gets memory from the system in this process, which makes many small objects,
/// needs most of them to its end, and ends soon.
package enum ProcessMemory {
  /// Sets up one heap for all threads that grows in large steps.
  ///
  /// Left alone, the library gives each thread a heap of its own and grows it page by page, with a
  /// call of the system for each (2,500 of them for a list of 10,000), and gives freed memory back
  /// only to ask for it again. Measured on that list: a ninth of all CPU time, the same peak.
  package static func prepare() {
    mallopt(M_ARENA_MAX, 1)
    mallopt(M_TOP_PAD, Int32(step))
    // The library allows no more.
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, Int32.max)
    useLargePages()
  }

  /// Lets threads have heaps of their own, for work that several of them do side by side.
  ///
  /// With one heap two threads that render schools wait for each other at every tenth allocation.
  package static func divide(among threads: Int) {
    mallopt(M_ARENA_MAX, Int32(clamping: max(1, threads)))
  }

  /// Memory is addresses until it is written to: a large step costs nothing.
  private static let step = 64 << 20
  private static let largePage = UInt(2 << 20)

  /// Asks for large pages under the first step, so that it is handed out in pieces of 2 MB and not
  /// of 4 KB; where the system has none, nothing changes.
  private static func useLargePages() {
    guard let first = unsafe malloc(step / 4) else { return }
    unsafe free(first)
    let end = UInt(bitPattern: unsafe sbrk(0))
    let start = (UInt(bitPattern: first) + largePage - 1) / largePage * largePage
    guard start < end, let address = unsafe UnsafeMutableRawPointer(bitPattern: start) else {
      return
    }
    _ = unsafe madvise(address, Int(end - start), Int32(MADV_HUGEPAGE))
  }
}
