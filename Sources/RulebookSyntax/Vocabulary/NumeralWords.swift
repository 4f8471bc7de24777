/// Words of brackets that hold a numeral and no figure.
package enum NumeralWords {
  /// All of them.
  package static let all: [String] =
    [
      "同一事项", "一半", "任一项", "任何一项", "任一", "之一", "一个等次", "一票否决", "上半年", "下半年", "按半年", "每半年", "一档",
    ]
    + [Combination.trimmedMean.rawValue] + StepRule.allCases.map(\.rawValue)
    + MatterRule.allCases.map(\.rawValue)
    + QuotaRounding.allCases.map(\.rawValue)
}
