internal import ArgumentParser
internal import Exchange
internal import Fonts
internal import Ledger
internal import Packets

/// Turns thrown errors into a message and the exit status that scripts rely on.
enum Failures {
  /// Runs a command's work.
  static func translated<Result>(_ work: () async throws -> Result) async throws -> Result {
    do {
      return try await work()
    } catch {
      throw status(of: error)
    }
  }

  /// Runs a command's work.
  static func translated<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      throw status(of: error)
    }
  }

  private static func status(of error: any Error) -> any Error {
    switch error {
    case is ExitCode, is ValidationError: return error
    case let failure as OutputFailure:
      Terminal.report("错误: \(failure.description)")
      return (failure.step == .create ? ExitStatus.create : .transfer).exitCode
    case let failure as FolderLock.InUse:
      Terminal.report("错误: \(failure)")
      return ExitStatus.create.exitCode
    case let failure as PrintStateFailure:
      Terminal.report("错误: \(failure)")
      return ExitStatus.transfer.exitCode
    case let failure as InputFailure:
      Terminal.report("错误: \(failure)")
      return ExitStatus.input.exitCode
    case let failure as LedgerFailure:
      Terminal.report("错误: \(failure)")
      return status(of: failure.cause).exitCode
    case let failure as PacketPolicy.Incomplete:
      Terminal.report("错误: \(failure)")
      return ExitStatus.input.exitCode
    case let failure as FontError:
      Terminal.report("错误: \(failure)")
      return ExitStatus.input.exitCode
    case let status as ExitStatus: return status.exitCode
    default:
      Terminal.report("程序内部错误: \(error)。请把此信息与输入文件一并反馈给维护人员。")
      return ExitStatus.software.exitCode
    }
  }

  private static func status(of cause: LedgerFailure.Cause) -> ExitStatus {
    switch cause {
    case .missing, .foreign, .damaged, .newer, .empty, .noRevision, .unmerged, .unreadable: .input
    case .unwritable: .create
    case .busy, .transfer: .transfer
    }
  }
}
