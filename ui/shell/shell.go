// Package shell is the window around the pages: navigation, header, search,
// files, undo and messages. Pages hold no rules and no SQL; they ask the
// portfolio and write through Write.
package shell

import (
	"cmp"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Page is one entry of the navigation. All methods are called on the screen's
// goroutine.
type Page interface {
	// Content is made once and stays the same object.
	Content() fyne.CanvasObject
	// Header says what stands above the content now.
	Header() Header
	// Shown is called when the page comes into view; arg is what Go was given,
	// nil when the user chose the page in the navigation.
	Shown(arg any)
	// Changed is called after every change while the page is in view. A page
	// out of view is only Shown again later, and reads anew then.
	Changed(e app.Event)
}

// Header is what stands above a page.
type Header struct {
	Title, Subtitle string
	Pill            string
	PillStyle       widgets.Style
	Actions         []fyne.CanvasObject // the primary one last
}

// PageSpec tells how a page is named and made.
type PageSpec struct {
	ID, Icon string
	Title    string
	Gap      bool // some air above it in the navigation
	Aside    bool // reached from other pages and left by Back, not in the navigation
	New      func(s *Shell) Page
	Help     string // the anchor of the handbook's section about it
	// Helps shows the section of the handbook with an anchor, "" for its beginning; nil but for
	// the handbook's own page. About tells which section is about something that the window
	// calls by a name, for one who is on the page of a section; near: in that chapter only, if it
	// isn't a section of its own. "" for none.
	Helps func(s *Shell, anchor string)
	About func(name, page string, near bool) string
	// Actions are what can be done there from anywhere; nil: nothing but going there.
	Actions func(s *Shell) []*Action
	Drops   FileKind // the files that it takes, as Dropped
	// Badge counts what waits there; nil: nothing ever does. It runs away from
	// the screen.
	Badge func(p *app.Portfolio) int
}

// Options are what the composition root hands in.
type Options struct {
	Services app.Services
	Pages    []PageSpec
	Version  string
	Log      *slog.Logger     // nil: nowhere
	LogPath  string           // the log's file; "" when there is none
	Screens  Screens          // nil: the window stands where the computer puts it
	Computer dialogs.Computer // its own file dialogs and places; nil: none are known
	// HighContrast tells whether the computer wants high contrast. nil: it doesn't. It runs
	// away from the screen.
	HighContrast func() bool
	// Elsewhere raises the window of another start of the program that has the
	// file at path, if it answers. nil: none does. It runs away from the screen.
	Elsewhere func(path string) bool
}

// Shell is one window with at most one portfolio open.
type Shell struct {
	App      fyne.App
	Window   fyne.Window
	Services app.Services
	Runner   *async.Runner
	Version  string

	screens   Screens
	files     *dialogs.Files
	elsewhere func(path string) bool
	// wantsContrast asks the computer; contrast is what it answered.
	wantsContrast func() bool
	contrast      bool
	log           *slog.Logger
	logPath       string
	saves         *async.Queue
	writing       int        // changes on their way to the disk
	unsaved       []*unsaved // in the order they were written
	portfolio     *app.Portfolio
	coming        string // the file that is opened, or was last
	stop          func() // ends the subscription

	followStop func() // ends the waiting for the next look at the file
	seen       seen   // what the latest look at the file found
	shared     app.Sharing
	said       string // what stands above the page about the file
	moved      bool   // the file isn't where it was opened

	fresh       bool   // just opened: the day's copy waits for the first page
	copyProblem string // why the latest copy couldn't be made

	specs      []PageSpec
	pages      map[string]Page
	current    string
	presenting bool     // the page in view is shown to a room
	before     []string // the pages that Back goes to, the nearest last
	actions    []*Action
	bar        *widgets.MenuBar
	gates      gates

	undoable []*undoable // toasts that offer to take something back
	happened *happened   // Vad har hänt?, while it shows

	gone   map[string]bool // the files that weren't there when they were last looked for
	recent *fyne.Container // the portfolios used lately, on the start page

	root       *widgets.Root
	nav        *widgets.Nav
	header     *widgets.Header
	search     *input.Search
	body       *fyne.Container
	banner     *fyne.Container
	over, main *fyne.Container // what stands above the page, and both
	lost       *fyne.Container // says what couldn't be saved
}

// New makes the window; Start shows it.
func New(a fyne.App, o Options) *Shell {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.HighContrast == nil {
		o.HighContrast = func() bool { return false }
	}
	if o.Elsewhere == nil {
		o.Elsewhere = func(string) bool { return false }
	}
	s := &Shell{App: a, Services: o.Services, Runner: async.New(), Version: o.Version, screens: o.Screens, elsewhere: o.Elsewhere, wantsContrast: o.HighContrast, log: o.Log, logPath: o.LogPath, saves: async.NewQueue(), specs: o.Pages, pages: map[string]Page{}, gone: map[string]bool{}, followStop: func() {}}
	s.Window = a.NewWindow(texts.T("shell.app"))
	s.files = &dialogs.Files{Window: s.Window, Computer: o.Computer, Own: s.OwnFileDialogs, Tell: s.Sentence}
	s.body = container.NewStack()
	s.banner, s.lost = container.NewStack(), container.NewStack()
	s.root = widgets.NewRoot(s.Window, container.NewStack())
	s.root.OnKey, s.root.OnHelp = s.key, s.Help
	s.actions = s.standardActions()
	s.installMenu()
	wish := s.wishedSpot()
	s.Window.Resize(fyne.NewSize(wish.W, wish.H))
	s.Window.SetCloseIntercept(s.quit)
	s.Window.SetOnDropped(s.dropped)
	a.Lifecycle().SetOnEnteredForeground(func() {
		s.follow()
		s.askContrast()
		s.lookForRecent()
	})
	a.Lifecycle().SetOnExitedForeground(s.root.ForgetAlt)
	return s
}

// Portfolio is the open portfolio, nil when none is.
func (s *Shell) Portfolio() *app.Portfolio { return s.portfolio }

// attach takes a portfolio into use, and closes the one before.
func (s *Shell) attach(p *app.Portfolio) {
	s.detach()
	s.portfolio = p
	s.stop = p.Subscribe(func(e app.Event) { fyne.Do(func() { s.changed(e) }) })
	s.ApplyTheme()
	s.buildFrame()
	s.Go(s.specs[0].ID, nil)
	s.refreshChrome()
	s.said, s.moved, s.shared, s.banner.Objects = "", false, app.Sharing{}, nil
	s.fitBanners()
	s.tellOfFile(seen{holder: p.Info().Holder})
	s.fresh = true
	s.refreshBadges()
	s.lookForRecent()
	s.followLater()
	s.tellOfSharing()
}

func (s *Shell) detach() {
	if s.portfolio == nil {
		return
	}
	s.left("")
	s.saves.Wait()
	s.stop()
	s.followStop()
	s.Runner.CancelAll()
	if err := s.portfolio.Close(); err != nil {
		s.log.Error("closing the portfolio", "err", err)
	}
	s.body.Objects = nil // what is drawn anew asks for no portfolio that has gone
	s.portfolio, s.pages, s.current, s.before = nil, map[string]Page{}, "", nil
	s.unsaved, s.undoable = nil, nil
	s.root.CloseToasts() // they are of what was done in this one
	s.showUnsaved()
}

func (s *Shell) changed(e app.Event) {
	if s.portfolio == nil {
		return
	}
	if p := s.pages[s.current]; p != nil {
		p.Changed(e)
		s.refreshHeader(p)
	}
	if s.happened != nil {
		s.happened.read()
	}
	s.dropToasts(e)
	s.refreshChrome()
	s.refreshBadges()
}

// Go shows a page. arg tells it what to show first; what it may be is the
// page's own.
func (s *Shell) Go(id string, arg any) {
	if s.portfolio == nil {
		return
	}
	p := s.pages[id]
	if p == nil {
		for _, spec := range s.specs {
			if spec.ID == id {
				p = spec.New(s)
				s.pages[id] = p
			}
		}
	}
	if p == nil {
		return
	}
	if s.Window.Canvas().Overlays().Top() == nil {
		s.Window.Canvas().Unfocus() // what is typed where one was is saved
	}
	s.leaveFor(id)
	widgets.Renew(p.Content()) // the look may have changed since it was last in view
	s.body.Objects = []fyne.CanvasObject{p.Content()}
	p.Shown(arg)
	s.refreshHeader(p)
	s.body.Refresh()
	s.arrive(p)
}

// Current is the ID of the page in view.
func (s *Shell) Current() string { return s.current }

// Related is the page of what a record, given with Select, has to do with.
const Related = "related"

// Select asks a list page to show a record and, where one is said, to go to a field of it.
type Select struct {
	ID    field.ID
	Field string // its key; "": none
}

// HelpPage is the page of the handbook.
const HelpPage = "help"

// Subject is a page that says what it is about now, where that is less than the page: the
// register in view.
type Subject interface{ Subject() string }

// Reports is the page of the reports.
const Reports = "reports"

// Report asks that page to show a report with these settings and its others as they are.
type Report struct {
	Name string
	Sets map[string]string
}

// ReportAbout is a report that can be made about a record of a kind, and the setting that says
// about which.
type ReportAbout struct {
	app.ReportInfo
	Of app.ReportSetting
}

// ReportsAbout are the reports that can be made about a record of a kind.
func (s *Shell) ReportsAbout(k *field.Kind) (out []ReportAbout) {
	if s.Services.Reports == nil {
		return nil
	}
	for _, info := range s.Services.Reports() {
		for _, of := range info.Settings {
			if of.Kind == app.SettingRecord && of.Of == k {
				out = append(out, ReportAbout{info, of})
			}
		}
	}
	return out
}

// ReportOn shows a report about a record.
func (s *Shell) ReportOn(about ReportAbout, id field.ID) {
	s.Go(Reports, Report{Name: about.Name, Sets: map[string]string{about.Of.Key: string(id)}})
}

// Show asks a list page to show just these records, under a name.
type Show struct {
	Label string
	IDs   []field.ID
}

// ShowView asks the page of a kind to show its list by a view, by the view's name.
type ShowView struct {
	Kind *field.Kind
	Name string
}

// ShowKind asks the page of a kind to show its register, and ShowField a field of it.
type (
	ShowKind  struct{ Kind *field.Kind }
	ShowField struct {
		Kind *field.Kind
		Key  string
	}
)

// Create asks a list page to begin a new record, and CreateOf one of a kind.
type (
	Create   struct{}
	CreateOf struct{ Kind *field.Kind }
)

// Open shows a record on the page where it lives; of a part, what it is a part of.
func (s *Shell) Open(id field.ID) {
	r := s.portfolio.Get(id)
	for r != nil && r.Kind.Owner() != nil {
		id = r.Owner()
		r = s.portfolio.Get(id)
	}
	if r != nil {
		s.Go(pageOf(r.Kind), Select{ID: id})
	}
}

// ShowRecords lists just these records on the page of their kind; of parts, what they are
// parts of.
func (s *Shell) ShowRecords(k *field.Kind, label string, ids []field.ID) {
	if k.Owner() != nil {
		if k, ids = s.owners(ids); k == nil {
			return
		}
	}
	s.Go(listOf(k), Show{Label: label, IDs: ids})
}

func pageOf(k *field.Kind) string { return cmp.Or(k.Page, "settings") }

// listOf is the page that lists the records of a kind.
func listOf(k *field.Kind) string { return cmp.Or(k.List, pageOf(k)) }

// registered says that a kind has a register of its own: what is a part of others has one only
// where it is seen across them.
func registered(k *field.Kind) bool { return !k.Silent && (k.Owner() == nil || k.Across) }

// partActions lead to what has no register of its own: the list of what it is a part of.
func (s *Shell) partActions() (out []*Action) {
	for _, k := range app.Kinds {
		if k.Silent || registered(k) {
			continue
		}
		of := k.Owner().Targets()[0]
		out = append(out, &Action{ID: "show" + k.Name, Icon: of.Icon, Group: Lists, Enabled: s.Opened, Detail: texts.T("shell.palette.part", of.Many), Also: strings.Join(k.Also, ","),
			Label: func() string { return text.Capital(k.Many) }, Run: func() { s.Go(listOf(of), ShowKind{of}) }})
	}
	return out
}

// RefreshHeader asks the page in view for its header again.
func (s *Shell) RefreshHeader() {
	if p := s.pages[s.current]; p != nil {
		s.refreshHeader(p)
	}
}
