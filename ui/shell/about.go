package shell

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// fact is something that one who helps with the program asks for first.
type fact struct{ label, value string }

// facts are what the program is, and what it has open.
func (s *Shell) facts() []fact {
	build, fyneVersion := "", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, set := range info.Settings {
			switch set.Key {
			case "vcs.revision":
				build = set.Value[:min(12, len(set.Value))]
			case "vcs.time":
				build = strings.TrimSpace(build + " " + set.Value)
			}
		}
		for _, m := range info.Deps {
			if m.Path == "fyne.io/fyne/v2" {
				fyneVersion = m.Version
			}
		}
	}
	none := texts.T("shell.about.none")
	out := []fact{
		{texts.T("shell.about.version"), s.Version},
		{texts.T("shell.about.build"), cmp.Or(build, none)},
		{texts.T("shell.about.made"), strings.TrimSpace(fmt.Sprintf("%s, Fyne %s", runtime.Version(), fyneVersion))},
		{texts.T("shell.about.on"), runtime.GOOS + " " + runtime.GOARCH},
		{texts.T("shell.about.log"), cmp.Or(s.logPath, none)},
	}
	if s.portfolio == nil {
		return append(out, fact{texts.T("shell.about.file"), none})
	}
	return append(out,
		fact{texts.T("shell.about.file"), s.portfolio.Info().Path},
		fact{texts.T("shell.about.identity"), cmp.Or(s.portfolio.Identity(), none)},
		fact{texts.T("shell.about.seal"), cmp.Or(s.portfolio.Seal(), none)})
}

// ShowAbout tells what the program is and what it has open, to copy to one who helps.
func (s *Shell) ShowAbout() {
	facts := s.facts()
	rows := []fyne.CanvasObject{widgets.NewParagraph(texts.T("shell.about.text"), widgets.Muted)}
	var lines []string
	for _, f := range facts {
		row := input.NewField(f.label, "", widgets.NewParagraph(f.value, widgets.Normal))
		row.LabelWidth = 160
		rows, lines = append(rows, row), append(lines, f.label+": "+f.value)
	}
	var d *dialogs.Dialog
	again := widgets.NewButton(texts.T("shell.about.copy"), func() {
		s.App.Clipboard().SetContent(strings.Join(lines, "\n"))
		d.Close()
		s.Toast(texts.T("shell.about.copied"))
	}).WithIcon("copy")
	licences := widgets.NewButton(texts.T("shell.action.licences"), func() { d.Close(); s.showLicences() }).WithKind(widgets.Quiet)
	d = dialogs.Show(s.Window, dialogs.Options{Title: texts.T("shell.about.title"), Content: widgets.VStack(8, rows...), Width: 640, Cancel: texts.T("shell.help.close"), Extra: []fyne.CanvasObject{again, licences}})
}
