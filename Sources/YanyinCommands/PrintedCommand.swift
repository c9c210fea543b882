package import ArgumentParser
internal import Packets
internal import Records

/// `yanyin printed`: what lies in a folder is on paper now.
package struct PrintedCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "printed",
    abstract: "What lies in DIR is now on paper: the baseline for reprints.",
    discussion: """
      Verifies DIR first and marks nothing where a file differs from the manifest. Documents that \
      were withheld are named; they do not keep the rest from being marked. Removes the reprint \
      files. Exit status: 0 marked, 1 DIR differs or holds no packet that could be handed in, 66 \
      there is no manifest.
      """
  )

  @Argument(help: "The folder of outputs.", completion: .directory)
  var directory: String

  @Option(help: "The day that counts as today (YYYY-MM-DD).")
  var today: String?

  package init() {}

  package func run() throws {
    try Failures.translated {
      let day = try CivilClock.day(today).text
      do {
        let mark = try PrintedMark(directory, day: day)
        for name in mark.withheld { Terminal.print("未生成，不在已打印的材料中：\(name)") }
        Terminal.print("已记下：\(mark.schoolCount) 所学校的材料已打印（\(day)）。以后的补打与此对照。")
      } catch let refusal as PrintedMark.Refusal {
        throw PrintedCommand.report(refusal, directory)
      }
    }
  }

  private static func report(_ refusal: PrintedMark.Refusal, _ folder: String) -> ExitStatus {
    switch refusal {
    case .noManifest:
      Terminal.report("\(folder)/manifest.json 不存在或不是本程序的清单。请先运行 yanyin packet。")
      return .input
    case .differs(let differences):
      for difference in differences { Terminal.print(difference) }
      Terminal.report("文件与清单不一致，没有记下。请重新运行 yanyin packet，核对打印的是不是这些文件。")
    case .nothing:
      Terminal.report("\(folder) 里没有全套材料，没有记下。请不加 --form、--proof 运行 yanyin packet。")
    case .unknown(let schools):
      for school in schools { Terminal.print("不能记下：\(school)") }
      Terminal.report("以上学校的材料是草稿，或上次运行没有完成，没有记下。请重新运行 yanyin packet。")
    }
    return .withheld
  }
}
