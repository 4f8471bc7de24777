import RulebookText

/// The words behind a verb, sorted into options and operands.
struct Arguments {
  /// The verb they belong to.
  let verb: Verb
  /// What is no option: files, a code.
  private(set) var operands: [String] = []
  /// The options in order, with their values; an empty value where the option takes none.
  private var options: [(option: Option, value: String)] = []

  /// Sorts `words`. Options are written `--x=y` or `--x y`; `--` ends them, and `-` is an operand.
  init(_ words: [String], of verb: Verb) throws(Failure) {
    self.verb = verb
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
        operands.append(word)
        continue
      }
      try read(word, followedBy: &rest)
    }
  }

  /// Whether `option` is given.
  func has(_ option: Option) -> Bool { options.contains { $0.option == option } }

  /// The value of `option`; nil where it is not given.
  func value(_ option: Option) -> String? { options.first { $0.option == option }?.value }

  /// All values of `option`, in order.
  func values(_ option: Option) -> [String] { options.filter { $0.option == option }.map(\.value) }

  /// The value of an option that has to be there.
  func required(_ option: Option) throws(Failure) -> String {
    guard let value = value(option) else { throw usage("缺少 \(option.rawValue)") }
    return value
  }

  /// The value of `option` as one of a list of words.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ option: Option, or fallback: Choice
  ) throws(Failure) -> Choice {
    guard let word = value(option) else { return fallback }
    guard let choice = Choice(rawValue: word) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: "、")
      throw usage("\(option.rawValue) 不能是“\(word)”，可以是 \(known)")
    }
    return choice
  }

  /// The one operand of a verb that takes exactly one.
  func onlyOperand(_ what: String) throws(Failure) -> String {
    guard let operand = operands.first else { throw usage("缺少\(what)") }
    guard operands.count == 1 else { throw usage("\(what)只能写一个，多出了“\(operands[1])”") }
    return operand
  }

  /// Refuses operands, for verbs that take none.
  func refuseOperands() throws(Failure) {
    if let operand = operands.first { throw usage("多出了“\(operand)”") }
  }

  /// A failure that points to the help of the verb.
  func usage(_ message: String) -> Failure { .usage(message, verb: verb) }

  private mutating func read(_ word: String, followedBy rest: inout ArraySlice<String>) throws(Failure) {
    let (name, attached) = Self.parts(of: word)
    guard let option = Option(word: name), verb.options.contains(option) else { throw unknown(name) }
    if has(option), !option.isRepeatable { throw usage("\(name) 写了两遍") }
    guard option.takesValue else {
      guard attached == nil else { throw usage("\(name) 后面不写值") }
      options.append((option, ""))
      return
    }
    guard let value = attached ?? rest.popFirst(), !value.isEmpty else { throw usage("\(name) 后面缺少值") }
    options.append((option, value))
  }

  /// The name before the first `=`, and the value behind it.
  private static func parts(of word: String) -> (name: String, value: String?) {
    let bytes = Array(word.utf8)
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else { return (word, nil) }
    return (
      String(decoding: bytes[..<sign], as: UTF8.self), String(decoding: bytes[(sign + 1)...], as: UTF8.self)
    )
  }

  private func unknown(_ name: String) -> Failure {
    let near = Suggestion.words(for: name, among: verb.options.map(\.rawValue))
    let elsewhere = Option(word: name) == nil ? "没有 \(name) 这个选项" : "\(verb.rawValue) 没有 \(name) 这个选项"
    return usage(elsewhere + near)
  }
}

/// What somebody may have meant.
enum Suggestion {
  /// `，相近的有 A、B`; empty where nothing is near.
  static func words(for name: String, among names: [String]) -> String {
    switch NearName.nearest(to: name, among: names) {
    case .sure(let near, reason: _): "，相近的有 \(near)"
    case .similar(let near): "，相近的有 \(near.joined(separator: "、"))"
    case .none: ""
    }
  }
}
