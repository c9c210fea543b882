internal import ArgumentParser
internal import Exchange
internal import Glibc
internal import Records

/// The program `yanyin-bench`.
@main struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yanyin-bench",
    abstract: "Times the stages of one long list, each alone and in this process."
  )

  @Option(help: "How many students the list has.")
  var students = 10_000

  @Option(help: "How often each stage is done; the median is printed.")
  var runs = 11

  @Option(help: "What the data is made from.")
  var seed: UInt64 = 2023

  @Option(help: "Only this stage, for a profiler: \(BenchCommand.stageNames).")
  var stage: String?

  @Option(help: "Only reading the files of this folder into records.")
  var read: String?

  @Option(help: "The folder of the repository.")
  var home = "."

  func validate() throws {
    guard students > 0, runs > 0 else { throw ValidationError("Counts start at 1.") }
    if let stage, Stages.Name(rawValue: stage) == nil {
      throw ValidationError("There is no stage \(stage).")
    }
  }

  func run() throws {
    if let read {
      return try time("read") {
        try InputLoader.load(paths: [read], schema: .builtIn).season.schools.reduce(0) {
          $0 + $1.graduates.count
        }
      }
    }
    let stages = try Stages(MadeUpRoster(students: students, seed: seed), home: home)
    for name in Stages.Name.allCases where stage == nil || stage == name.rawValue {
      try time(name.rawValue) { try stages.run(name) }
    }
    guard stage == nil else { return }
    let added = try stages.bytes(copies: 3) - stages.bytes(copies: 2)
    print("a copy adds \(added / stages.pageCount) bytes a page")
  }

  /// Does something `runs` times and prints how long it took.
  private func time(_ name: String, _ work: () throws -> Int) throws {
    var times: [Int] = []
    var result = 0
    for _ in 0..<runs {
      let start = BenchCommand.processorTime
      result = try work()
      times.append(BenchCommand.processorTime - start)
    }
    times.sort()
    let median = BenchCommand.milliseconds(times[times.count / 2])
    let least = BenchCommand.milliseconds(times[0])
    print("\(name): \(median) ms (least \(least)) for \(result)")
  }

  private static let stageNames = Stages.Name.allCases.map(\.rawValue).joined(separator: ", ")

  /// Microseconds that this process has had the processor.
  private static var processorTime: Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  private static func milliseconds(_ microseconds: Int) -> String {
    "\(microseconds / 1000).\(microseconds / 100 % 10)"
  }
}
