package packed

import "strings"

// space is a prefix that the part's first tag declares.
type space struct {
	prefix string
	own    bool // it stands for the namespace that the first tag is in
}

// rooted notes which prefixes the part's first tag declares.
func (s *Scanner) rooted() {
	s.root = string(s.prefix)
	bound, rest := map[string]string{}, s.attrs
	for {
		key, value, after, ok := cutAttr(rest)
		if !ok {
			break
		}
		if name := string(key); name == "xmlns" {
			bound[""] = string(value)
		} else if prefix, ok := strings.CutPrefix(name, "xmlns:"); ok {
			bound[prefix] = string(value)
		}
		rest = after
	}
	s.own = bound[s.root]
	for prefix, of := range bound {
		s.spaces = append(s.spaces, space{prefix, of == s.own})
	}
}

// foreign says that the element that has just begun is an addition to the format by
// another version or program, which may use the same names for other things: it is in
// a namespace of its own, in a list of extensions, or one of several ways to write the
// same, of which the last is for those who know none of the additions.
func (s *Scanner) foreign() bool {
	switch string(s.Name) {
	case "extLst", "Choice":
		return true
	case "AlternateContent", "Fallback":
		return false
	}
	if len(s.prefix) == len(s.root) && string(s.prefix) == s.root || s.own == "" {
		return false
	}
	for _, known := range s.spaces {
		if known.prefix == string(s.prefix) {
			return !known.own
		}
	}
	of := s.Attr("xmlns:" + string(s.prefix))
	return of != nil && string(of) != s.own
}

// pass reads to the end of the element that has just begun.
func (s *Scanner) pass() error {
	for outside := s.depth - 1; ; {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if tok == End && s.depth == outside {
			return nil
		}
	}
}
