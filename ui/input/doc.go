// Package input is what one types in and chooses with: the fields of a form, and
// the row that each stands in. It knows no domain: plain data in, On… callbacks
// out.
//
//	NewField(label, help, input)      // SetError, Saved, Note, Required, AboveLabel
//	NewText(text, placeholder, onCommit) NewLongText NewMoney NewNumber NewPassword
//	NewDate(d, today, onCommit)  NewCheck  NewChoice(icon, title, text, onTap)
//	NewSelect(options, current, onPick)  NewFlatSelect(prefix, …)
//	NewPicker(current, find, onPick, onCreate)  NewMultiPicker  NewMultiSelect
//	NewAnswers(placeholder, long)     // a question: what is typed, and the answers it picks from
//	NewSearch(placeholder, hint, onChanged)  NewColumnChooser(items, onChange)
//	ShowPalette(canvas, placeholder, search, onPick) // Ctrl+K
//
// An input's commit returns an error to refuse; the Field it stands in shows the
// words, or a tick when it went well. Escape in a text restores what was saved.
package input

import "itportfoljen/ui/theme"

func px(v float32) float32 { return theme.Px(v) }
