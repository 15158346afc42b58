package packed

import (
	"bytes"
	"io"
	"strconv"
	"unicode/utf8"
)

// Token is what the scanner came to.
type Token uint8

// The tokens.
const (
	Start Token = iota + 1
	End
	Text
	EOF
)

const maxToken = 16 << 20

// Scanner splits XML into tags and text. It knows what workbooks need and no
// more: no validation beyond balanced tags, no entities but the five of XML
// itself, and it refuses document type declarations. Names come without their
// prefix; foreign says whose they are. Slices are valid until the next call of Next.
type Scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	err      error // from r
	depth    int

	Name []byte // of the tag
	Text []byte // decoded

	prefix  []byte // of the start tag's name
	attrs   []byte // of the start tag, unparsed
	decoded []byte // room for text that had to be decoded
	closing bool   // a self-closed tag's end is due

	root, own string // the first tag's prefix and namespace
	spaces    []space
}

// NewScanner reads the XML of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, buf: make([]byte, 64<<10)}
}

// Next reads the next token.
func (s *Scanner) Next() (Token, error) {
	if s.closing {
		s.closing = false
		s.depth--
		return End, nil
	}
	for {
		if s.pos == s.end && !s.fill() {
			return s.finish()
		}
		if s.buf[s.pos] != '<' {
			return s.readText()
		}
		tok, err := s.readTag()
		if tok != 0 || err != nil {
			return tok, err
		}
	}
}

func (s *Scanner) finish() (Token, error) {
	if s.err != io.EOF {
		return 0, s.err
	}
	if s.depth != 0 {
		return 0, io.ErrUnexpectedEOF
	}
	return EOF, nil
}

// fill reads more after end, and says whether anything came. Bytes before pos
// are given up.
func (s *Scanner) fill() bool {
	if s.err != nil {
		return false
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxToken {
			s.err = ErrTooLarge
			return false
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for range 100 {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		s.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// find gives how far from pos the first sep is, reading on as needed.
func (s *Scanner) find(sep []byte, from int) (int, error) {
	for {
		if from < s.end-s.pos {
			if i := bytes.Index(s.buf[s.pos+from:s.end], sep); i >= 0 {
				return from + i, nil
			}
		}
		from = max(from, s.end-s.pos-len(sep)+1)
		if !s.fill() {
			return 0, s.broken()
		}
	}
}

func (s *Scanner) broken() error {
	if s.err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return s.err
}

func (s *Scanner) readText() (Token, error) {
	from := 0
	for {
		if i := bytes.IndexByte(s.buf[s.pos+from:s.end], '<'); i >= 0 {
			raw := s.buf[s.pos : s.pos+from+i]
			s.pos += from + i
			return Text, s.setText(raw)
		}
		from = s.end - s.pos
		if s.fill() {
			continue
		}
		if s.err != io.EOF {
			return 0, s.err
		}
		s.pos = s.end // white space after the last tag
		return s.finish()
	}
}

// readTag reads one tag, or skips a comment or instruction and gives 0.
func (s *Scanner) readTag() (Token, error) {
	for s.end-s.pos < 9 && s.fill() {
	}
	head := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(head, []byte("<?")):
		return 0, s.skip("?>")
	case bytes.HasPrefix(head, []byte("<!--")):
		return 0, s.skip("-->")
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		i, err := s.find([]byte("]]>"), 9)
		if err != nil {
			return 0, err
		}
		s.Text = s.buf[s.pos+9 : s.pos+i]
		s.pos += i + 3
		return Text, nil
	case bytes.HasPrefix(head, []byte("<!")):
		return 0, ErrDTD
	}
	n, err := s.tagEnd()
	if err != nil {
		return 0, err
	}
	tag := s.buf[s.pos+1 : s.pos+n]
	s.pos += n + 1
	return s.splitTag(tag)
}

func (s *Scanner) skip(until string) error {
	n, err := s.find([]byte(until), 2)
	if err == nil {
		s.pos += n + len(until)
	}
	return err
}

// tagEnd gives how far from pos the tag's > is; one in quotes doesn't count.
func (s *Scanner) tagEnd() (int, error) {
	var quote byte
	for i := 1; ; i++ {
		if s.pos+i >= s.end && !s.fill() {
			return 0, s.broken()
		}
		switch c := s.buf[s.pos+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i, nil
		case c == '<':
			return 0, ErrSyntax
		}
	}
}

func (s *Scanner) splitTag(tag []byte) (Token, error) {
	if len(tag) > 0 && tag[0] == '/' {
		s.Name = localName(bytes.TrimRight(tag[1:], " \t\r\n"))
		s.depth--
		if s.depth < 0 {
			return 0, ErrSyntax
		}
		return End, nil
	}
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.closing = true
		tag = tag[:len(tag)-1]
	}
	i := 0
	for i < len(tag) && !isSpace(tag[i]) {
		i++
	}
	s.Name, s.attrs = localName(tag[:i]), tag[i:]
	if len(s.Name) == 0 {
		return 0, ErrSyntax
	}
	s.prefix = tag[:max(0, i-len(s.Name)-1)]
	if s.depth++; s.depth == 1 {
		s.rooted()
	}
	return Start, nil
}

func localName(name []byte) []byte {
	return name[bytes.LastIndexByte(name, ':')+1:]
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// Attr gives the value of the start tag's attribute without prefix, or, when
// name begins with a colon, with any prefix but xmlns. Valid until the next
// call of Attr or Next.
func (s *Scanner) Attr(name string) []byte {
	rest := s.attrs
	for {
		key, value, after, ok := cutAttr(rest)
		if !ok {
			return nil
		}
		if string(key) == name || (name[0] == ':' && bytes.HasSuffix(key, []byte(name)) && !bytes.HasPrefix(key, []byte("xmlns"))) {
			return s.attrValue(value)
		}
		rest = after
	}
}

// cutAttr takes the first attribute of several, its value as it is written.
func cutAttr(attrs []byte) (key, value, rest []byte, ok bool) {
	eq := bytes.IndexByte(attrs, '=')
	if eq < 0 {
		return nil, nil, nil, false
	}
	key = bytes.TrimSpace(attrs[:eq])
	rest = bytes.TrimLeft(attrs[eq+1:], " \t\r\n")
	if len(rest) == 0 || (rest[0] != '"' && rest[0] != '\'') {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(rest[1:], rest[0])
	if end < 0 {
		return nil, nil, nil, false
	}
	return key, rest[1 : 1+end], rest[end+2:], true
}

func (s *Scanner) attrValue(raw []byte) []byte {
	if bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	out, err := decodeEntities(nil, raw)
	if err != nil {
		return raw
	}
	return out
}

// setText decodes entities and line ends.
func (s *Scanner) setText(raw []byte) error {
	s.Text = raw
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return nil
	}
	var err error
	s.decoded, err = decodeEntities(s.decoded[:0], raw)
	s.Text = s.decoded
	return err
}

func decodeEntities(dst, raw []byte) ([]byte, error) {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '\r':
			if i+1 == len(raw) || raw[i+1] != '\n' {
				dst = append(dst, '\n')
			}
		case '&':
			semi := bytes.IndexByte(raw[i:min(len(raw), i+12)], ';')
			if semi < 0 {
				return dst, ErrSyntax
			}
			r, ok := entity(string(raw[i+1 : i+semi]))
			if !ok {
				return dst, ErrDTD
			}
			dst = utf8.AppendRune(dst, r)
			i += semi
		default:
			dst = append(dst, c)
		}
	}
	return dst, nil
}

func entity(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}
