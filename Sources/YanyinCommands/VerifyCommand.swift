package import ArgumentParser
internal import Packets

/// `yanyin verify`: does what lies in a folder still match its manifest, byte for byte.
package struct VerifyCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Does what lies in DIR still match its manifest, byte for byte.",
    discussion: """
      Exit status: 0 all files match, 1 a file differs, is missing or is outdated, 66 there is no \
      manifest.
      """
  )

  /// How many files besides the manifest are named.
  private static let shown = 50

  @Argument(help: "The folder of outputs.", completion: .directory)
  var directory: String

  package init() {}

  package func run() throws {
    try Failures.translated {
      guard let verification = try Verification(of: directory) else {
        Terminal.report("\(directory)/manifest.json 不存在或不是本程序的清单。请先运行 yanyin packet。")
        throw ExitStatus.input.exitCode
      }
      for difference in verification.differences { Terminal.print(difference) }
      let unlisted = verification.unlisted
      for path in unlisted.prefix(VerifyCommand.shown) {
        Terminal.print("清单之外：\(path)（不是本程序这次生成的，没有核对）")
      }
      if unlisted.count > VerifyCommand.shown {
        Terminal.print("清单之外：还有 \(unlisted.count - VerifyCommand.shown) 个文件没有列出")
      }
      Terminal.print(
        "核对 \(verification.fileCount) 个文件：\(verification.differences.count) 处不一致"
          + (unlisted.isEmpty ? "。" : "；清单之外有 \(unlisted.count) 个文件。")
      )
      if !verification.differences.isEmpty { throw ExitStatus.withheld.exitCode }
    }
  }
}
