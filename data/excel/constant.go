package excel

import (
	"math"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/sheet"
)

// The bounds of formulas that are worked out.
const (
	mostConstant = 8192 // bytes, the longest that Excel takes
	mostNested   = 64
)

// fixed is the value of a formula of constants: a number, a text or a truth.
type fixed struct {
	kind sheet.Kind // Number, Text or Bool
	num  float64
	text string
	day  bool // the number is of a day, from DATE
}

// constant works out a formula that holds constants only: numbers, texts, + - * / & and
// comparisons, IF and DATE. Anything else, a reference to another cell above all, isn't
// known here, and ok is false.
func constant(formula string) (value fixed, ok bool) {
	if formula == "" || len(formula) > mostConstant {
		return fixed{}, false
	}
	f := &folder{rest: strings.TrimPrefix(formula, "=")}
	value, ok = f.compared()
	f.space()
	return value, ok && f.rest == ""
}

// cell is the value as a cell of the style.
func (v fixed) cell(style cellStyle, date1904 bool) sheet.Cell {
	switch v.kind {
	case sheet.Text:
		return sheet.Str(cleanText([]byte(v.text)))
	case sheet.Bool:
		return boolCell(strconv.FormatBool(v.num != 0))
	}
	if v.day && style.look == lookNumber && style.format == nil {
		style.look = lookDate
	}
	cell, ok := numberCell([]byte(strconv.FormatFloat(v.serial(date1904), 'g', -1, 64)), style, date1904)
	if !ok {
		return sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}
	}
	return cell
}

// serial is the number as the workbook counts its days.
func (v fixed) serial(date1904 bool) float64 {
	const between = 1462 // days from the one system's start to the other's
	if v.day && date1904 {
		return v.num - between
	}
	return v.num
}

// folder reads a formula from the left.
type folder struct {
	rest  string
	depth int
}

func (f *folder) space() { f.rest = strings.TrimLeft(f.rest, " \t\r\n") }

// take takes one of the signs that the formula goes on with, "" for none.
func (f *folder) take(signs ...string) string {
	f.space()
	for _, s := range signs {
		if strings.HasPrefix(f.rest, s) {
			f.rest = f.rest[len(s):]
			return s
		}
	}
	return ""
}

// chain reads operands with the signs between them, from the left.
func (f *folder) chain(operand func() (fixed, bool), join func(sign string, a, b fixed) (fixed, bool), signs ...string) (fixed, bool) {
	value, ok := operand()
	for ok {
		sign := f.take(signs...)
		if sign == "" {
			return value, true
		}
		var next fixed
		if next, ok = operand(); ok {
			value, ok = join(sign, value, next)
		}
	}
	return fixed{}, false
}

func (f *folder) compared() (fixed, bool) {
	if f.depth++; f.depth > mostNested {
		return fixed{}, false
	}
	defer func() { f.depth-- }()
	return f.chain(f.joined, compared, "<=", ">=", "<>", "<", ">", "=")
}

func (f *folder) joined() (fixed, bool) { return f.chain(f.summed, joined, "&") }

func (f *folder) summed() (fixed, bool) { return f.chain(f.multiplied, reckoned, "+", "-") }

func (f *folder) multiplied() (fixed, bool) { return f.chain(f.signed, reckoned, "*", "/") }

func (f *folder) signed() (fixed, bool) {
	sign := 1.0
	for s := f.take("-", "+"); s != ""; s = f.take("-", "+") {
		if s == "-" {
			sign = -sign
		}
	}
	v, ok := f.operand()
	if ok && v.kind == sheet.Number {
		v.num *= sign
		v.day = v.day && sign > 0
	}
	for ok && f.take("%") != "" {
		v.num, v.day, ok = v.num/100, false, v.kind == sheet.Number
	}
	return v, ok && (sign > 0 || v.kind == sheet.Number)
}

// operand reads a number, a text, a truth, what stands in brackets, or a function.
func (f *folder) operand() (fixed, bool) {
	f.space()
	switch {
	case f.rest == "":
		return fixed{}, false
	case f.take("(") != "":
		v, ok := f.compared()
		return v, ok && f.take(")") != ""
	case f.rest[0] == '"':
		return f.quoted()
	case f.rest[0] == '.' || f.rest[0] >= '0' && f.rest[0] <= '9':
		return f.number()
	}
	return f.named()
}

func (f *folder) quoted() (fixed, bool) {
	var out strings.Builder
	for rest := f.rest[1:]; ; {
		before, after, ok := strings.Cut(rest, `"`)
		if !ok {
			return fixed{}, false
		}
		out.WriteString(before)
		if !strings.HasPrefix(after, `"`) {
			f.rest = after
			return fixed{kind: sheet.Text, text: out.String()}, true
		}
		out.WriteByte('"')
		rest = after[1:]
	}
}

func (f *folder) number() (fixed, bool) {
	n := len(f.rest) - len(strings.TrimLeft(f.rest, "0123456789."))
	num, err := strconv.ParseFloat(f.rest[:n], 64)
	if f.rest = f.rest[n:]; err != nil || f.rest != "" && isNamed(f.rest[0]) {
		return fixed{}, false
	}
	return fixed{kind: sheet.Number, num: num}, true
}

// isNamed says that a sign may stand in a name, or in a reference such as 1:1.
func isNamed(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c == '!' || c == '$' || c >= 0x80
}

func (f *folder) named() (fixed, bool) {
	n := 0
	for n < len(f.rest) && f.rest[n]|0x20 >= 'a' && f.rest[n]|0x20 <= 'z' {
		n++
	}
	name := strings.ToUpper(f.rest[:n])
	f.rest = f.rest[n:]
	if f.rest != "" && (isNamed(f.rest[0]) || f.rest[0] >= '0' && f.rest[0] <= '9' || f.rest[0] == '.') {
		return fixed{}, false
	}
	switch name {
	case "TRUE", "FALSE":
		if f.take("(") != "" && f.take(")") == "" {
			return fixed{}, false
		}
		return truth(name == "TRUE"), true
	case "IF", "DATE":
		args, ok := f.arguments()
		if !ok {
			return fixed{}, false
		}
		if name == "IF" {
			return chosen(args)
		}
		return dated(args)
	}
	return fixed{}, false
}

// arguments reads two or three arguments in brackets.
func (f *folder) arguments() ([]fixed, bool) {
	if f.take("(") == "" {
		return nil, false
	}
	var args []fixed
	for len(args) < 3 {
		v, ok := f.compared()
		if !ok {
			return nil, false
		}
		args = append(args, v)
		if f.take(",") == "" {
			break
		}
	}
	return args, len(args) >= 2 && f.take(")") != ""
}

func truth(is bool) fixed {
	v := fixed{kind: sheet.Bool}
	if is {
		v.num = 1
	}
	return v
}

// chosen is IF's value.
func chosen(args []fixed) (fixed, bool) {
	switch {
	case args[0].kind == sheet.Text:
		return fixed{}, false
	case args[0].num != 0:
		return args[1], true
	case len(args) == 3:
		return args[2], true
	}
	return truth(false), true
}

// dated is DATE's value.
func dated(args []fixed) (fixed, bool) {
	if len(args) != 3 {
		return fixed{}, false
	}
	var parts [3]int
	for i, a := range args {
		if a.kind != sheet.Number || a.num != math.Trunc(a.num) || math.Abs(a.num) > 9999 {
			return fixed{}, false
		}
		parts[i] = int(a.num)
	}
	if parts[0] < 1901 {
		return fixed{}, false
	}
	serial, ok := date.Of(parts[0], parts[1], parts[2]).Serial()
	return fixed{kind: sheet.Number, num: float64(serial), day: true}, ok
}

// reckoned adds, subtracts, multiplies or divides.
func reckoned(sign string, a, b fixed) (fixed, bool) {
	if a.kind != sheet.Number || b.kind != sheet.Number {
		return fixed{}, false
	}
	out := fixed{kind: sheet.Number}
	switch sign {
	case "+":
		out.num, out.day = a.num+b.num, a.day != b.day
	case "-":
		out.num, out.day = a.num-b.num, a.day && !b.day
	case "*":
		out.num = a.num * b.num
	case "/":
		out.num = a.num / b.num
	}
	return out, !math.IsNaN(out.num) && !math.IsInf(out.num, 0)
}

// joined puts two texts together, or numbers as they are written.
func joined(_ string, a, b fixed) (fixed, bool) {
	left, ok1 := a.written()
	right, ok2 := b.written()
	return fixed{kind: sheet.Text, text: left + right}, ok1 && ok2 && len(left)+len(right) <= maxText
}

// written is the value in a text; how long numbers are written there isn't certain.
func (v fixed) written() (string, bool) {
	switch {
	case v.kind == sheet.Text:
		return v.text, true
	case v.kind == sheet.Number && v.num == math.Trunc(v.num) && math.Abs(v.num) < 1e9:
		return strconv.FormatFloat(v.num, 'f', -1, 64), true
	}
	return "", false
}

// compared compares two values of the same kind.
func compared(sign string, a, b fixed) (fixed, bool) {
	if a.kind != b.kind || a.kind == sheet.Text && sign != "=" && sign != "<>" {
		return fixed{}, false
	}
	if a.kind == sheet.Text {
		return truth(strings.EqualFold(a.text, b.text) == (sign == "=")), true
	}
	return truth(holds(rounded(a.num), sign, rounded(b.num))), true
}

// rounded is the number as Excel compares it.
func rounded(num float64) float64 {
	out, _ := strconv.ParseFloat(strconv.FormatFloat(num, 'g', 15, 64), 64)
	return out
}
