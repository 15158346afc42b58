# make run         bygger och startar programmet med en exempelkommun
# make test        allt som ska hålla innan något lämnas ifrån sig
# make help        alla mål

TAGS    := migrated_fynedo
VERSION := $(shell sed -n 's/^Version *= *"\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS := -X main.version=$(VERSION)
GO      := go
export GOFLAGS := $(GOFLAGS) -buildvcs=false
CTL     := bin/itpctl
APP     := bin/itportfolj
EXAMPLE := out/exempel.itp
HEADLESS := ./app/... ./data/... ./reports/... ./assets/... ./cmd/itpctl/... ./cmd/internal/...
LINT    := $(GO) tool -modfile=.ci/tools.mod staticcheck
say      = @printf '\n── %s\n' "$(1)"

test fuzz bench corpus torture screenshots: export LC_ALL := C.UTF-8

.PHONY: run test mutate-models match fuzz bench corpus conformance torture screenshots window licences windows windows-smoke package lint build clean fmt help deps $(APP) $(CTL) headless race

help:
	@echo 'make run          bygger och startar med en exempelkommun; utan skärm görs allt i out/'
	@echo 'make test         format, vet, staticcheck, kända sårbarheter, pilar, alla tester, race'
	@echo 'make fuzz         letar efter indata som fäller läsarna (TIME=30s för var och en)'
	@echo 'make bench        mäter och skriver en tabell (SIZE=S|M|L|XL)'
	@echo 'make corpus       importerar alla listor i samlingarna bredvid och skriver en tabell'
	@echo 'make torture      dödar, bryter strömmen, fyller disken … och skriver en tabell (N=0.1 SEED=… ONLY=…)'
	@echo 'make mutate-models  prövar varje regel i styrmodellerna, med och utan den, och skriver docs/regler.md'
	@echo 'make build        bygger båda programmen i bin/'
	@echo 'make screenshots  nya bilder i docs/bilder'
	@echo 'make window       en arbetsdag med riktiga tangenter i ett riktigt fönster (Xvfb, openbox, xdotool, xclip)'
	@echo 'make conformance  varje rapport mot PDF/A-2a och PDF/UA-1 med veraPDF, som en tabell'
	@echo 'make match        vad rubriker tas för, mot en nyckel skriven för hand'
	@echo 'make windows      bygger Windows-programmen i dist/'
	@echo 'make windows-smoke  startar dem under Wine, fotograferar och kontrollerar fönstrets plats'
	@echo 'make package      Linux- och Windows-paket i dist/'
	@echo 'make licences     ny lista över licenser, när en modul har ändrats'
	@echo 'make lint, fmt, clean'

deps:
	@.ci/deps

# Go itself knows what has changed.
$(CTL):
	@mkdir -p bin
	CGO_ENABLED=0 $(GO) build -ldflags '$(LDFLAGS)' -o $@ ./cmd/itpctl

$(APP): deps
	@mkdir -p bin
	@echo 'Bygger programmet; första gången tar det några minuter …'
	$(GO) build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o $@ ./cmd/itportfolj

build: $(CTL) $(APP)

$(EXAMPLE): | $(CTL)
	@mkdir -p out
	$(CTL) demo $@ --size S

run:
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(MAKE) --no-print-directory $(APP) $(EXAMPLE) && exec $(APP) $(EXAMPLE); \
	else echo 'Ingen skärm: gör programmets arbete utan fönster i stället.'; $(MAKE) --no-print-directory headless; fi

# The program's main job without a screen: from workbook to portfolio, and from
# portfolio to workbooks and reports.
headless: $(CTL) $(EXAMPLE)
	$(call say,En arbetsbok blir en ny portfölj)
	@rm -f out/ny.itp out/ny.itp-*
	$(CTL) export $(EXAMPLE) out/arbetsbok.xlsx
	$(CTL) new out/ny.itp --name 'Ekvalla kommun'
	$(CTL) import out/ny.itp out/arbetsbok.xlsx
	$(CTL) check out/ny.itp
	$(call say,Portföljen blir arbetsböcker och rapporter)
	$(CTL) export out/ny.itp out/portfolj.xlsx
	$(CTL) export out/ny.itp out/budget.xlsx --what budget
	$(CTL) export out/ny.itp out/system.csv
	$(CTL) export out/ny.itp out/portfolj.json
	$(CTL) report $(EXAMPLE) ledningsgrupp out/ledningsgrupp.pdf
	$(CTL) report $(EXAMPLE) verksamhetsplan out/verksamhetsplan.pdf
	$(CTL) report $(EXAMPLE) budget out/budget.pdf
	$(CTL) report $(EXAMPLE) systemforteckning out/systemforteckning.pdf
	$(CTL) report $(EXAMPLE) insatsunderlag out/insatsunderlag.pdf --set om=INS-2027-001
	$(CTL) report $(EXAMPLE) minnesanteckningar out/minnesanteckningar.pdf --set om=MÖT-0001
	$(CTL) report $(EXAMPLE) efterlevnad out/efterlevnad.pdf
	$(CTL) report $(EXAMPLE) roller out/roller.pdf
	$(call say,Klart. Allt ligger i out/:)
	@ls -1sh out | tail -n +2

fmt:
	gofmt -l -w app assets cmd data reports ui

lint: deps
	$(call say,Format)
	@wrong=$$(gofmt -l app assets cmd data reports ui); test -z "$$wrong" || { echo "Kör make fmt:"; echo "$$wrong"; exit 1; }
	$(call say,go vet)
	$(GO) vet -tags $(TAGS) ./...
	$(call say,staticcheck)
	$(LINT) -tags $(TAGS) ./...
	$(call say,Kända sårbarheter)
	@.ci/vulns $(TAGS)

test: deps lint
	@.ci/deps strace strace || printf '\n!!!!\n!!!! INTE PRÖVAT: diskfel och strömavbrott, som kräver strace\n!!!!\n'
	@.ci/deps dbus-daemon dbus-daemon || printf '\n!!!!\n!!!! INTE PRÖVAT: datorns fildialoger, som kräver dbus-daemon\n!!!!\n'
	$(call say,Pilar mellan paketen)
	$(GO) test ./app -run 'Arrow|Headless'
	$(call say,Alla tester)
	@command -v java >/dev/null && command -v mvn >/dev/null || printf '\n!!!!\n!!!! INTE PRÖVAT: PDF/A-2a och PDF/UA-1, som kräver Java och Maven\n!!!!\n'
	ITP_CONFORMANCE=few $(GO) test -timeout 25m -tags $(TAGS) ./...
	$(MAKE) --no-print-directory race
	@printf '\nAllt gick bra.\n'

# Only where there are several goroutines (.ci/racing). What damages and mends files is done by
# one, and takes minutes here.
race: deps
	$(call say,Kapplöpningar)
	CGO_ENABLED=1 $(GO) test -short -race -timeout 30m -skip 'Kill|Disk|Damage|Corpus|Repair|Mend|Lost|Hostile|Nobody' $$(.ci/racing)

# Each rule that stops or warns: it answers alone where it is broken, and without it
# nothing does. docs/regler.md is made from that.
mutate-models:
	$(GO) test -count=1 -tags $(TAGS) ./cmd/internal/proof -run 'TestEachRule|TestRulesAreWrittenDown' -v -rules | grep -v '^=== '

TIME ?= 30s
fuzz:
	@grep -ro '^func Fuzz[A-Za-z]*' --include=*_test.go app data reports | sort | while IFS=: read -r file name; do \
		printf '\n── %s %s\n' "$$file" "$${name#func }"; \
		$(GO) test "./$$(dirname $$file)" -run '^$$' -fuzz "^$${name#func }$$" -fuzztime $(TIME) || exit 1; \
	done

SIZE ?= L
bench: $(CTL)
	$(CTL) bench --size $(SIZE)

# Every list and workbook of the corpora, where there are any: right, asked, refused, wrong.
corpus:
	ITP_CORPUS=1 $(GO) test -count=1 -timeout 30m ./cmd/itpctl -run TestTheWholeCorpus -v | grep -v '^=== \|^---'

# Every report of every size against PDF/A-2a and PDF/UA-1, by veraPDF (Java 11 or later, Maven).
conformance:
	ITP_CONFORMANCE=1 $(GO) test -count=1 -timeout 60m ./reports -run '^TestConformance$$' -v | grep -v '^=== \|^---'

# What headings are taken for, against a key written by hand; misses are listed of the
# half that words may be learnt from.
match:
	$(GO) test -count=1 -v ./data/corpustest -run TestHeadings | grep -v '^=== \|^---'

# A quarter of an hour; as root also the parts that need a small disk. SEED=
# gives the same blows again, as far as timing lets it.
N ?= 1
torture: $(CTL)
	@.ci/deps strace strace || echo 'strace går inte att installera: delar prövas inte'
	CGO_ENABLED=0 $(GO) run ./cmd/internal/torture/run --program $(CTL) --n $(N) $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY))
	ITP_KILLS=100 $(GO) test -count=1 -v -run '^TestKilled' ./data/sqlite ./data/backup

screenshots: deps
	@mkdir -p docs/bilder
	ITP_SCREENSHOTS=$(CURDIR)/docs/bilder $(GO) test -tags $(TAGS) -count=1 ./cmd/itportfolj -run TestEveryPageDraws

# A workday by real keys, in a window on a screen that nobody sees.
window: deps
	ITP_WINDOW=1 $(GO) test -tags $(TAGS) -count=1 -v ./cmd/itportfolj -run 'TestAWorkdayInARealWindow|TestACaret'

# The list in the window, after a module has come, gone or been updated.
licences:
	$(GO) run ./cmd/internal/licences $(TAGS) >assets/licences.tmp && mv assets/licences.tmp assets/licences.txt

MINGW := x86_64-w64-mingw32
comma := ,
# 0.1.0 is 0,1,0,0 to Windows; what comes after the numbers, as in 1.0.0-rc1, has no place there.
NUMBERS := $(subst .,$(comma),$(firstword $(subst -, ,$(VERSION)))),0
resource = cd .ci/windows && $(MINGW)-windres -c 65001 -DVERSION='\"$(VERSION)\"' -DNUMBERS=$(NUMBERS) -O coff itportfolj.rc -o ../../cmd/$(1)/resource_windows_amd64.syso

windows:
	@.ci/deps $(MINGW)-gcc gcc-mingw-w64-x86-64
	@mkdir -p dist
	$(call resource,itpctl)
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 $(GO) build -trimpath -ldflags '-s -w $(LDFLAGS)' -o dist/itpctl.exe ./cmd/itpctl; \
	code=$$?; rm -f cmd/itpctl/resource_windows_amd64.syso; exit $$code
	$(call resource,itportfolj)
	@echo 'Bygger för Windows; första gången tar det några minuter …'
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=$(MINGW)-gcc $(GO) build -trimpath -tags $(TAGS) -ldflags '-H windowsgui -s -w $(LDFLAGS)' -o dist/itportfolj.exe ./cmd/itportfolj; \
	code=$$?; rm -f cmd/itportfolj/resource_windows_amd64.syso; exit $$code
	$(GO) run ./cmd/internal/exe $(VERSION) dist/itpctl.exe dist/itportfolj.exe

windows-smoke: windows
	@.ci/opengl dist/opengl
	.ci/windows-smoke

LINUX := itportfoljen-$(VERSION)-linux-amd64
WINDOWS := itportfoljen-$(VERSION)-windows-amd64
# The handbook with its pictures, and the licences of what ships inside.
define papers
	mkdir -p $(1)/docs/bilder $(1)/licenser
	cp README.md CHANGELOG.md CONTRIBUTING.md $(1)/ && cp docs/*.md docs/*.patch $(1)/docs/ && cp -r docs/beslut $(1)/docs/
	for f in docs/bilder/*.png; do case $$f in *-mork.png) ;; *) cp $$f $(1)/docs/bilder/ ;; esac; done
	$(GO) run ./cmd/internal/licences $(TAGS) $(1)/licenser
endef

package: deps windows
	@command -v zip >/dev/null || .ci/deps zip zip
	rm -rf dist/$(LINUX) && mkdir -p dist/$(LINUX)
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w $(LDFLAGS)' -o dist/$(LINUX)/itpctl ./cmd/itpctl
	CGO_ENABLED=1 $(GO) build -trimpath -tags $(TAGS) -ldflags '-s -w $(LDFLAGS)' -o dist/$(LINUX)/itportfolj ./cmd/itportfolj
	cp assets/icon.png dist/$(LINUX)/itportfoljen.png
	cp .ci/itportfoljen.desktop .ci/itportfoljen.xml dist/$(LINUX)/
	$(call papers,dist/$(LINUX))
	tar -C dist -czf dist/$(LINUX).tar.gz $(LINUX)
	rm -rf dist/$(WINDOWS) dist/$(WINDOWS).zip && mkdir -p dist/$(WINDOWS)
	cp dist/itportfolj.exe dist/itpctl.exe dist/$(WINDOWS)/
	@.ci/opengl dist/opengl
	if [ -f dist/opengl/opengl32.dll ]; then cp -r dist/opengl dist/$(WINDOWS)/; fi
	$(call papers,dist/$(WINDOWS))
	cd dist && zip -qr $(WINDOWS).zip $(WINDOWS)
	@echo 'Paketen ligger i dist/:' && ls -1sh dist/*.tar.gz dist/*.zip

clean:
	rm -rf bin dist out
