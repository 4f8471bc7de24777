import RulebookText

/// What --help prints.
enum HelpText {
  /// The help of the program.
  static let overview = """
    rulecheck：把考核细则加上【】注记后，检查、计分、说明理由。

    用法：
    \(verbs)

    各命令都可以加 --color auto|always|never 决定是否用颜色。
    退出码：0 正常；1 无法运行；2 例子不对，或核对的结果不符；3 规则文件或台账有错误；4 数据不全（用了 --fail-incomplete）；64 用法不对。

    例：rulecheck evaluate --year 2013 --evidence 台账2013

    """

  /// The help of a verb.
  static func of(_ verb: Verb) -> String {
    switch verb {
    case .check: check
    case .evaluate: evaluate
    case .why: why
    case .test: test
    case .text: text
    case .format: format
    case .coverage: coverage
    case .diff: diff
    case .draft: draft
    case .forms: forms
    case .verify: verify
    case .explain: explain
    case .completions: completions
    }
  }

  private static let check = """
    rulecheck check [文件…] [--format text|html|json|sarif|github] [-o 文件] [--strict] [--watch]

    检查规则文件，逐条说明错在哪里、怎样改。不写文件名时检查 rulebooks 和 rulebooks/examples 里
    所有扩展名为 .rulebook 的文件；文件名写 - 时从标准输入读取。

      --format   消息的格式：text 给人看（缺省），json、sarif、github 给程序看；
                 html 是一个文件的校对稿：原文旁边写着每一条的读法，问题写在出处，可以打印
      -o         校对稿写进文件；不写时写到标准输出
      --strict   提醒也当作错误
      --watch    一直看着，文件一存盘就重查，按 Ctrl-C 结束；退出码照最后一次检查的结果

    例：rulecheck check rulebooks/2013.rulebook
        rulecheck check rulebooks/2014.rulebook --watch
        rulecheck check rulebooks/2013.rulebook --format html -o 校对稿.html

    """

  private static let evaluate = """
    rulecheck evaluate --year 年度 --evidence 文件夹 [--rulebooks 文件夹] [--unit 单位]…
                       [--format table|csv|json|ndjson] [-o 文件] [--results 文件夹]
                       [--problems 文件] [--keep-going] [--fail-incomplete]

    用某一年度的规则文件和一个文件夹里的单位名册、台账，计算全部单位的得分和名次。
    还缺数据的单位给出最低到最高，并列出还缺什么、该由谁报。

      --year             年度，例如 2013
      --evidence         放单位名册.csv 和台账*.csv 的文件夹
      --rulebooks        放规则文件的文件夹，缺省是 rulebooks
      --unit             只列这个单位（全称或简称），可以写几遍；名次仍按全部单位排
      --format           table 给人看（缺省），csv 用 Excel 或 WPS 打开，json、ndjson（每行一个单位）给程序看
      -o                 结果写进文件；写成之前原来的文件不动。台账文件夹里的台账、名册文件名不能用
      --results          结果写进一个新的文件夹：scores.json、scores.csv，和记下规则文件、每个台账校验码
                         （SHA-256）的清单 manifest.txt，以后用 rulecheck verify 核对；要么全部写成，要么不写
      --problems         名册、台账的问题全部写进这个 CSV 文件，每处一行；屏幕上只列前面的
      --keep-going       台账有错误也算，略过出错的行，结果里说明略过了什么
      --fail-incomplete  还缺数据时退出码为 4

    例：rulecheck evaluate --year 2013 --evidence 台账2013 --format csv -o 得分.csv

    """

  private static let why = """
    rulecheck why --year 年度 --evidence 文件夹 --unit 单位 [--item 条款] [--rulebooks 文件夹]
                  [-o 文件] [--problems 文件] [--keep-going]

    逐条说明一个单位的得分：依据哪一句原文、算式、封顶，以及台账的哪一行。

      --year        年度，例如 2013
      --evidence    放单位名册.csv 和台账*.csv 的文件夹
      --unit        单位的全称或简称
      --item        只说这一条和它的下级，例如 三（一）
      --rulebooks   放规则文件的文件夹，缺省是 rulebooks
      -o            写进文件
      --problems    名册、台账的问题全部写进这个 CSV 文件，每处一行
      --keep-going  台账有错误也算，略过出错的行

    例：rulecheck why --year 2013 --evidence 台账2013 --unit 市发展局 --item 三（一）

    """

  private static let test = """
    rulecheck test [文件…] [--coverage]

    运行规则文件里的【例：…】，看算出来的得分与例子写的是否相同。不写文件名时运行 rulebooks
    和 rulebooks/examples 里的规则文件。有例子不对时退出码为 2。

      --coverage   再列出哪些计分的句子没有例子，哪些限度（封顶、要求的数、分期）没有例子到过

    例：rulecheck test rulebooks/2013.rulebook

    """

  private static let text = """
    rulecheck text 文件

    去掉所有【】注记，还原公布的原文，写到标准输出，便于与原文件逐字核对。

    例：rulecheck text rulebooks/2013.rulebook > 原文.txt

    """

  private static let format = """
    rulecheck format 文件… [--check] [--write]

    统一规则文件的写法：【】里去掉空格，标点用全角，数用阿拉伯数字（两篇写成2篇，0.20写成0.2）；
    公布的原文一字不动，只统一标点、数字和字母的全角半角。意思不变；意思会变的不写。有错误的规则文件不整理。
    不加选项时把一个文件整理后的样子写到标准输出；文件名写 - 时从标准输入读取。

      --check   只看要不要整理，列出要整理的文件；有要整理的，退出码为 2
      --write   写回原来的文件；写成之前原来的文件不动

    例：rulecheck format rulebooks/2014.rulebook --write

    """

  private static let coverage = """
    rulecheck coverage 规则文件 --source 原文 [--format text|json] [--all] [-o 文件]

    把公布的文件（纯文本）一句一句地与规则文件对照：哪些计分，哪些是标题，哪些写了【说明】，哪些在规则文件里
    换了字句、换了位置或者没有，规则文件又多出了什么。换行、空格、全角半角不算不同。
    有一句对不上，或者没有交代（既没有注记，也没有写【说明】），退出码为 2。

      --source   公布的文件，从 Word 或 WPS 另存的纯文本
      --format   text 给人看（缺省），json 给程序看
      --all      对得上的句子也逐句列出
      -o         写进文件

    例：rulecheck coverage rulebooks/2014.rulebook --source 2014细则.txt

    """

  private static let diff = """
    rulecheck diff 旧规则文件 新规则文件 [--evidence 文件夹] [--format text|json] [-o 文件] [--keep-going]

    比较两年的规则文件，按条款说明新增、删去、移动、改名的，以及改了的分值、限度、要求、期限、考核单位、适用范围
    （旧 → 新）。只改了年份的句子不列出。
    有 --evidence 时，把同一批台账按两年的规则各算一遍：每个单位的原得分、新得分、差、名次，以及差是从哪几条
    来的，各条相加正好等于差。只有一年要的证据，另一年不算，也不算错。

      --evidence     放单位名册.csv 和台账*.csv 的文件夹，旧年度的或新年度的都可以
      --format       text 给人看（缺省），json 给程序看
      -o             写进文件
      --keep-going   台账有错误也算，略过出错的行

    例：rulecheck diff rulebooks/2013.rulebook rulebooks/2014.rulebook --evidence 台账2013

    """

  private static let draft = """
    rulecheck draft 公布的文件 [--from 去年的规则文件] [-o 文件]

    从公布的文件（Word 或 WPS 另存的纯文本）起草规则文件。去年的规则文件里有的句子，注记带过来；
    改了数的，注记里的数跟着改；新的句子，认得出计分办法的提出注记。拿不准的写成【？…】，
    人看过、删去“？”以前，检查都算错误。不写 --from 时全部注记都是提出来的。
    最后说明带过来多少，改了什么，提出了什么，哪些没看懂。

      --from   去年的规则文件
      -o       草稿写进文件；不写时写到标准输出

    例：rulecheck draft 2014细则.txt --from rulebooks/2013.rulebook -o 2014草稿.rulebook

    """

  private static let forms = """
    rulecheck forms --year 年度 [--from 去年的台账文件夹] [-o 文件夹] [--rulebooks 文件夹]

    按规则文件写出这一年要填的空表：单位名册.csv（只有表头）、每个考核单位一个台账和一页说明；规则要和目标、
    上年比的，还有指标表.csv。台账里每个证据一行，写着怎样填、可以填多少、原文是哪一句。用 Excel 或 WPS 填好，
    rulecheck evaluate 就能读；没有填的行不算，一行也没有填的台账不算报了。已经有的文件不覆盖。

      --year        年度，例如 2014
      --from        照抄这个文件夹里的单位名册；每个单位都有一个数的（得分、完成率、名次等），替每个单位写好一行，
                    只填数。没有填的行算没有报，不算 0
      -o            写进这个文件夹，没有就新建；缺省是 台账年度，例如 台账2014
      --rulebooks   放规则文件的文件夹，缺省是 rulebooks

    例：rulecheck forms --year 2014 -o 台账2014
        rulecheck forms --year 2014 --from 台账2013 -o 台账2014

    """

  private static let verify = """
    rulecheck verify 结果文件夹 [--evidence 文件夹] [--rulebooks 文件夹]

    核对 rulecheck evaluate --results 写下的结果：规则文件、台账、结果是不是原来的，再重算一遍，看是否一字不差。
    不同时逐个列出哪个文件改过、哪个单位的得分变了，退出码为 2。

      --evidence    放台账的文件夹，缺省是计分时的那个
      --rulebooks   放规则文件的文件夹，缺省是计分时的那个

    例：rulecheck verify 2013年结果

    """

  private static let explain = """
    rulecheck explain 代码

    说明一条消息的意思，附错误的写法和正确的写法。代码可以只写数字（401）。

    例：rulecheck explain K0401

    """

  private static let completions = """
    rulecheck completions bash|zsh|fish

    写出终端的补全：打了前几个字母再按 Tab，命令、选项和能选的值自己补全。把下面一行写进终端的设置文件，重开终端。

    例：eval "$(rulecheck completions bash)"                                    写进 ~/.bashrc
        eval "$(rulecheck completions zsh)"                                     写进 ~/.zshrc，在 compinit 后面
        rulecheck completions fish > ~/.config/fish/completions/rulecheck.fish  运行一次

    """
}

// What the overview and the completions of shells say.
extension HelpText {
  /// What a verb is followed by, and what it does.
  static func brief(of verb: Verb) -> (operands: String, words: String) {
    switch verb {
    case .check: ("[文件…]", "检查规则文件（命令可省略：rulecheck 文件…）")
    case .evaluate: ("选项", "按规则和台账计算全部单位的得分")
    case .why: ("选项", "说明一个单位的得分是怎样算出来的")
    case .test: ("[文件…]", "运行规则文件里的【例：…】")
    case .text: ("文件", "去掉【】注记，还原公布的原文")
    case .format: ("文件…", "统一规则文件的写法，意思不变")
    case .coverage: ("选项", "逐句对照公布的文件和规则文件")
    case .diff: ("旧文件 新文件", "两年的规则改了什么，得分有什么不同")
    case .draft: ("公布的文件", "从新的文件和去年的规则文件起草今年的规则文件")
    case .forms: ("--year 年度", "写出这一年要填的空表：单位名册、各考核单位的台账和说明")
    case .verify: ("结果文件夹", "重算一遍，核对写下的结果")
    case .explain: ("代码", "说明一条消息的意思和改法")
    case .completions: ("bash|zsh|fish", "写出终端的补全")
    }
  }

  /// What the help of a verb says of an option; empty where it says nothing, since every verb has it.
  static func words(for option: Option, of verb: Verb) -> String {
    if option == .help { return "用法和例子" }
    if option == .colour { return "是否用颜色" }
    for line in of(verb).utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true)
      guard line.starts(with: "  -".utf8), let name = words.first,
        name.elementsEqual(option.rawValue.utf8)
      else { continue }
      return words.dropFirst().map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
    return ""
  }

  private static var verbs: String {
    let entries =
      Verb.allCases.map { verb in
        let (operands, words) = brief(of: verb)
        return ("rulecheck \(verb.rawValue)" + (operands.isEmpty ? "" : " " + operands), words)
      }
      + [("rulecheck 命令 --help", "某个命令的用法和例子"), ("rulecheck --version", "版本")]
    let width = entries.map { DisplayWidth().columns(of: $0.0) }.max() ?? 0
    return entries.map { name, words in
      "  " + name + String(repeating: " ", count: width - DisplayWidth().columns(of: name) + 2) + words
    }.joined(separator: "\n")
  }
}
