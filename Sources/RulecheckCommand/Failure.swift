/// How a run ends; the numbers are the exit status.
enum ExitStatus: Int32, Sendable {
  /// All went well.
  case success = 0
  /// A file could not be read or written, or the like.
  case couldNotRun = 1
  /// An example does not hold, or something else is not as it was asked to be.
  case testFailed = 2
  /// A rulebook or evidence has errors.
  case invalid = 3
  /// Evidence is missing, and --fail-incomplete was asked for.
  case incomplete = 4
  /// The command line cannot be understood.
  case usage = 64
}

/// What ends a run early: an exit status, and what is to be said on the way out.
struct Failure: Error {
  /// The exit status.
  var status: ExitStatus
  /// What to say; empty where all has been said.
  var message: String

  /// The run ends with `status`, all has been said.
  static func ended(_ status: ExitStatus) -> Failure { Failure(status: status, message: "") }

  /// Something in the surroundings stands in the way.
  static func couldNotRun(_ message: String) -> Failure {
    Failure(status: .couldNotRun, message: "错误：\(message)\n")
  }

  /// The result of `call`; where it fails, the run ends saying that it `couldNot`, and why.
  static func explaining<Result>(
    _ couldNot: String, _ call: () throws(System.Fault) -> Result
  ) throws(Failure) -> Result {
    do throws(System.Fault) {
      return try call()
    } catch {
      throw .couldNotRun("\(couldNot)：\(error.words)")
    }
  }

  /// The command line cannot be understood.
  static func usage(_ message: String, verb: Verb? = nil) -> Failure {
    let words = ["rulecheck", verb?.rawValue, "--help"].compactMap { $0 }.joined(separator: " ")
    return Failure(status: .usage, message: "错误：\(message)\n用法见 \(words)\n")
  }
}
