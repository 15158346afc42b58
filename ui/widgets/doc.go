// Package widgets is the program's own widgets, save what one types in (ui/input)
// and the list (ui/grid), which are built on it. They know no domain: plain data
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
//	NewEmpty(icon, heading, text, buttons...) NewSteps(labels...)
//
// # Buttons
//
//	NewButton NewPrimary NewIconButton(icon, tip, f); .WithIcon .WithKind(Quiet)
//	.WithTip(tip, "Ctrl+N"); fields Menu, Compact, Toggled; Enable, Disable
//
// # For other widgets
//
//	Control                                          // what is pointed at, tapped and focused
//	OptionList, Tipper, PassKey, BringIntoView, MakeRoom, KeyboardTo
//
// # Large things
//
//	NewBoard(columns, onMove)
//	NewPicture(minW, minH, build, onHit)  NewImageView(pages...)
package widgets
