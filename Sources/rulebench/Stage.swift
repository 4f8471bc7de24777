/// One stage of a year's way, and how long it takes.
struct Stage {
  private let name: String
  private let time: Duration
  private let amount: Int
  private let unit: String

  /// `amount` of something done in `time`.
  init(_ name: String, _ time: Duration, _ amount: Int, _ unit: String) {
    self.name = name
    self.time = time
    self.amount = amount
    self.unit = unit
  }

  /// Name, microseconds, rate, and the ratio to another time.
  func line(beside scan: Duration) -> String {
    let ratio = time.nanoseconds * 10 / max(1, scan.nanoseconds)
    return name.padded(to: 26, isRight: false) + "\(time.nanoseconds / 1_000) µs".padded(to: 14)
      + (Self.short(amount * 1_000_000 / max(1, time.nanoseconds / 1_000)) + unit + "/s").padded(to: 18)
      + "\(ratio / 10).\(ratio % 10) scans".padded(to: 16) + "\n"
  }

  /// 1234567 as 1.2 M.
  private static func short(_ number: Int) -> String {
    for (power, sign) in [(1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")] where number >= power {
      return "\(number / power).\(number % power * 10 / power) \(sign)"
    }
    return "\(number) "
  }
}

extension Duration {
  /// The whole of it in nanoseconds.
  var nanoseconds: Int {
    Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
  }
}

extension String {
  fileprivate func padded(to width: Int, isRight: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, width - count))
    return isRight ? blanks + self : self + blanks
  }
}
