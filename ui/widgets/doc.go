// Package widgets is the program's own widgets. They know no domain: plain data
// in, On… callbacks out. All are used from the screen's goroutine, redraw with
// the theme, and measure themselves in pixels at 100 % text size.
//
// # Window
//
//	r := NewRoot(win, content)                       // layers for tooltips and toasts
//	r.Toast("Sparat", Good, "Ångra", undo)
//	NewNav(title, subtitle, []NavItem, onSelect)     // Select, SetBadge, SetFoot, SetCollapsed
//	NewHeader(title, subtitle, actions...)           // SetTitle, SetPill, SetActions
//	NewTabBar([]TabItem, onSelect)                   // Select, SetItems
//	NewSplit(leading, trailing, width)               // OnMoved, SetTrailing(nil) hides
//	ShowPalette(canvas, placeholder, search, onPick) // Ctrl+K
//	ShowMenu(canvas, at, items...), ShowMenuBelow(anchor, items...)
//	ShowProgress(canvas, title, onCancel)            // Set, Close
//	NewOverlay(canvas, content, place).ShowFocus(f)  // place: At, Below or nil
//
// # Layout
//
//	VStack(gap, …) HStack(gap, …) with Spacer() and Grow(o); Inset, Pad,
//	Columns(gap, minWidth, …), MinSize, MaxWidth, Surface, Ground, Hairline, NewFrame
//
// # Text and status
//
//	NewText(text, style) NewParagraph NewHeading(text, 1–3) NewLink NewPill NewChip
//	Styles: Normal Muted Strong Good Warn Bad Accent Info Neutral
//	NewCard(title, subtitle, content, actions...) NewKeyFigure NewBar(value, style)
//	NewActionList([]TodoItem, onOpen) NewBanner(style, text, action, f)
//	NewEmpty(icon, heading, text, buttons...) NewSteps(labels...) NewChoice
//
// # Buttons
//
//	NewButton NewPrimary NewIconButton(icon, tip, f); .WithIcon .WithKind(Quiet)
//	.WithTip(tip, "Ctrl+N"); fields Menu, Compact, Toggled; Enable, Disable
//
// # Form
//
//	NewField(label, help, input)      // SetError, Saved, Note, Required, AboveLabel
//	NewTextField(text, placeholder, onCommit) NewLongText NewMoneyField NewNumberField
//	NewDateField(d, today, onCommit)  NewCheck
//	NewSelect(options, current, onPick)  NewFlatSelect(prefix, …)
//	NewPicker(current, find, onPick, onCreate)  NewMultiPicker  NewMultiSelect
//	NewSearchField(placeholder, hint, onChanged)  NewColumnChooser(items, onChange)
//
// An input's commit returns an error to refuse; the Field it stands in shows the
// words, or a tick when it went well. Escape in a text restores what was saved.
//
// # Large things
//
//	NewBoard(columns, onMove)  the list is ui/grid
//	NewPicture(minW, minH, build, onHit)  NewImageView(pages...)
package widgets
