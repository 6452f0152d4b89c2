/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.beteiligung.Fristenlauf;
import de.kommunalsdk.forms.beteiligung.Rundenpost;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.entwurf.Entwurfsbriefe;
import de.kommunalsdk.forms.entwurf.Entwurfsmigration;
import de.kommunalsdk.forms.entwurf.Umsteller;
import de.kommunalsdk.forms.haken.Haken;
import de.kommunalsdk.forms.haken.Hakenleiste;
import de.kommunalsdk.forms.lieferung.FormularPaketbauer;
import de.kommunalsdk.forms.quellen.Quellenverzeichnis;
import de.kommunalsdk.forms.seiten.Vorlagensatz;
import de.kommunalsdk.hilfe.Hilfe;
import de.kommunalsdk.jobs.Arbeiter;
import de.kommunalsdk.jobs.Wecker;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Nutzerquelle;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.register.Register;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.store.Datenhaltung;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import de.kommunalsdk.virenscan.Nachpruefung;
import de.kommunalsdk.virenscan.Virenscanner;
import de.kommunalsdk.web.PageShell;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running SDK: what a host builds once and closes when it stops. Thread-safe.
 *
 * <p>A Dienst that cannot be compiled is not offered; everything else works, and {@link #probleme} says why.
 */
public final class KommunalSdk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KommunalSdk.class);

    private final Datenhaltung daten;
    private final Siegel siegel;
    private final MandantFinder mandanten;
    private final Dienstbibliothek dienste;
    private final PageShell huelle;
    private final Optional<Virenscanner> virenscanner;
    private final Optional<Benachrichtigung> benachrichtigung;
    private final Umsteller umsteller;
    private final Hakenleiste haken;
    private final Hilfe hilfe;
    private final Vorlagensatz vorlagen;
    private final Optional<Duration> sitzungsdauer;
    private final Clock clock;
    private final CodelistenStore codelisten;
    private final Map<DienstRef, Formular> formulare = new LinkedHashMap<>();
    private final List<Problem> probleme = new ArrayList<>();
    private final Set<String> synthetische = new HashSet<>();
    private final Set<Angebotskennung> gesperrt = new HashSet<>();
    private final Optional<Schriftstueck> schriftstueck;
    private final FormularPaketbauer pakete;
    private final Optional<Nachpruefung> nachpruefung;
    private final Arbeiter arbeiter;
    private final Optional<Wecker> wecker;
    private final Quellenverzeichnis quellen;
    private final Nutzerquelle nutzerquelle;

    private KommunalSdk(Builder b, DataSource quelle, Schluesselbund schluessel) {
        this.mandanten = Builder.da(b.mandanten);
        this.dienste = Builder.da(b.dienste);
        this.huelle = Builder.da(b.huelle);
        this.virenscanner = Optional.ofNullable(b.virenscanner);
        this.umsteller = new Umsteller(b.migrationen);
        this.haken = new Hakenleiste(b.haken);
        this.hilfe = b.hilfe;
        this.vorlagen = b.vorlagen.isEmpty() ? Vorlagensatz.EIGENE : new Vorlagensatz(b.vorlagen, klassenlader());
        this.sitzungsdauer = Optional.ofNullable(b.sitzungsdauer);
        this.benachrichtigung = Optional.ofNullable(b.benachrichtigung);
        this.clock = b.clock;
        this.quellen = new Quellenverzeichnis(b.register, b.datenabfragen, clock);
        this.nutzerquelle = b.nutzerquelle;
        this.siegel = new Siegel(schluessel, clock);
        this.daten = Datenhaltung.builder(quelle, schluessel)
                .clock(clock)
                .migrieren(b.migrieren)
                .oeffnen();
        this.codelisten = b.codelisten == null ? installierte() : b.codelisten;
        probleme.addAll(dienste.probleme());
        probleme.addAll(codelisten.probleme());
        dienste.alle().stream().filter(d -> d.schemaDatei().isPresent()).forEach(d -> baue(d, b.testmodus));
        pruefeWege(b.wege);
        this.schriftstueck = Optional.ofNullable(b.schriftstueck);
        this.pakete = new FormularPaketbauer(this::formular, this::mandant, daten.anlagen(), schriftstueck);
        this.arbeiter = daten.arbeiter(pakete, b.wege, benachrichtigung);
        if (b.virenscanner == null && !b.ohneVirenscanner) {
            probleme.add(Problem.warnung(
                    SdkFehler.OHNE_VIRENSCANNER,
                    Fundstelle.in("KommunalSdk.builder()"),
                    SdkFehler.OHNE_VIRENSCANNER.bedeutung() + " " + SdkFehler.OHNE_VIRENSCANNER.abhilfe()));
            LOG.warn("{} {}", SdkFehler.OHNE_VIRENSCANNER.code(), SdkFehler.OHNE_VIRENSCANNER.bedeutung());
        }
        this.nachpruefung = virenscanner.map(scanner -> new Nachpruefung(daten.quarantaene(), scanner));
        this.wecker = b.arbeiterVomWirt
                ? Optional.empty()
                : Optional.of(new Wecker(
                        quelle, arbeiter, this::raeumeAuf, () -> nachpruefung.ifPresent(Nachpruefung::runOnce)));
        wecker.ifPresent(Wecker::start);
    }

    private Optional<Mandant> mandant(MandantId id) {
        return mandanten.alle().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** The lists of the database, then those on the class path. */
    private CodelistenStore installierte() {
        return CodelistenStore.kette(
                CodelistenStore.ablage(daten.codelisten(), clock), CodelistenStore.klassenpfad(klassenlader()));
    }

    private static ClassLoader klassenlader() {
        ClassLoader lader = Thread.currentThread().getContextClassLoader();
        return lader == null ? KommunalSdk.class.getClassLoader() : lader;
    }

    private void baue(OzgDienst dienst, boolean testmodus) {
        if (dienst.vertrauensniveau() != Vertrauensniveau.OHNE) {
            probleme.add(Problem.fehler(
                    SdkFehler.ANMELDUNG,
                    Fundstelle.in(dienst.dateien().ort()),
                    "Der Dienst verlangt " + dienst.vertrauensniveau() + "; dieses Portal hat keine Anmeldung."));
            LOG.error("Dienst {} wird nicht angeboten: {}", dienst.ref(), SdkFehler.ANMELDUNG.code());
            return;
        }
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, codelisten, testmodus);
        List<Problem> quellenprobleme =
                ergebnis.formular().map(f -> quellen.pruefe(f.quellen())).orElse(List.of());
        List<Problem> anmeldungen =
                ergebnis.formular().map(KommunalSdk::anmeldungen).orElse(List.of());
        Optional<Formular> brauchbar =
                ergebnis.formular().filter(f -> quellenprobleme.isEmpty() && anmeldungen.isEmpty());
        probleme.addAll(ergebnis.probleme());
        probleme.addAll(quellenprobleme);
        probleme.addAll(anmeldungen);
        brauchbar.ifPresent(formular -> formulare.put(dienst.ref(), formular));
        brauchbar
                .filter(f -> !f.synthetischeCodelisten().isEmpty())
                .ifPresent(f -> synthetische.add(dienst.id().wert()));
        if (brauchbar.isEmpty()) {
            LOG.error(
                    "Dienst {} wird nicht angeboten: {} {} {}",
                    dienst.ref(),
                    ergebnis.probleme(),
                    quellenprobleme,
                    anmeldungen);
        }
    }

    /** Until there is an account, nobody can be asked to log in. */
    private static List<Problem> anmeldungen(Formular formular) {
        return formular.beteiligte().stream()
                .filter(b -> !Vertrauensniveau.OHNE.erfuellt(b.vertrauensniveau()))
                .map(b -> Problem.fehler(
                        FormFehler.BETEILIGTE_ANMELDUNG,
                        Fundstelle.in(formular.dienst().dateien().ort()),
                        "Beteiligter \"" + b.id() + "\" braucht " + b.vertrauensniveau() + "."))
                .toList();
    }

    /** A way that nobody registered would be noticed after the receipt, by a person: better not to begin at all. */
    private void pruefeWege(Collection<Uebermittlungsweg> wege) {
        Set<String> bekannte = wege.stream().map(Uebermittlungsweg::id).collect(Collectors.toSet());
        for (Mandant mandant : mandanten.alle()) {
            for (OzgDienst dienst : dienste.alle()) {
                Optional<Mandant.Angebot> angebot = mandant.angebot(dienst.id());
                if (angebot.isEmpty() || dienst.verlinkt().isPresent()) {
                    continue;
                }
                Mandant.Angebot eigenes = angebot.get();
                List<String> genannte = eigenes.wege().isEmpty() ? dienst.wege() : eigenes.wege();
                genannte.stream().filter(weg -> !bekannte.contains(weg)).forEach(weg -> {
                    gesperrt.add(new Angebotskennung(mandant.id(), dienst.ref()));
                    probleme.add(Problem.fehler(
                            SdkFehler.WEG_FEHLT,
                            Fundstelle.in("Mandant " + mandant.id()),
                            "Dienst " + dienst.ref() + ": Weg \"" + weg + "\" gibt es nicht; bekannt: "
                                    + String.join(", ", bekannte) + "."));
                });
            }
        }
    }

    private record Angebotskennung(MandantId mandant, DienstRef dienst) {}

    /** Begins to build. */
    public static Builder builder() {
        return new Builder();
    }

    /** The store with its ports, for the host's own administration. */
    public Datenhaltung datenhaltung() {
        return daten;
    }

    public Siegel siegel() {
        return siegel;
    }

    public MandantFinder mandanten() {
        return mandanten;
    }

    public Dienstbibliothek dienste() {
        return dienste;
    }

    public PageShell huelle() {
        return huelle;
    }

    public Optional<Virenscanner> virenscanner() {
        return virenscanner;
    }

    /** The portal's way to send notices; without one the pages do not offer it, and links for others are shown to the applicant. */
    public Optional<Benachrichtigung> benachrichtigung() {
        return benachrichtigung;
    }

    /** Brings drafts of earlier versions of a Dienst into a later one. */
    public Umsteller umsteller() {
        return umsteller;
    }

    /**
     * Reminds of drafts that expire soon and of consents, ends rounds whose time is over, and deletes what is over. The SDK does it every 15 minutes, unless the host
     * drives the worker: then the host calls this, too.
     */
    public void raeumeAuf() {
        if (benachrichtigung.isPresent()
                && daten.entwurfspost().erinnere(Entwurfsbriefe.erinnerungen(mandanten, dienste)) > 0) {
            stosseAn();
        }
        fristenlauf().laufe();
        daten.aufraeumer().raeumeAuf();
    }

    /** What the host does on the way of an Antrag. */
    public Hakenleiste haken() {
        return haken;
    }

    /** Questions and answers beside the contact. */
    public Hilfe hilfe() {
        return hilfe;
    }

    /** The page templates, the host's own first. */
    public Vorlagensatz vorlagen() {
        return vorlagen;
    }

    /** How long the portal's own session lasts without a request; empty when it has none. */
    public Optional<Duration> sitzungsdauer() {
        return sitzungsdauer;
    }

    /** What makes PDF; empty when the portal has none. */
    public Optional<Schriftstueck> schriftstueck() {
        return schriftstueck;
    }

    /** The summary of an Antrag as it is delivered; empty without a Schriftstueck. Throws as its packet would. */
    public Optional<Paket.Teil> zusammenfassung(Antrag antrag) {
        return pakete.zusammenfassung(antrag);
    }

    /** The notices about consents for a Mandant and form. */
    public Rundenpost rundenpost(Mandant mandant, Formular formular) {
        return new Rundenpost(mandant, formular, benachrichtigung.isPresent());
    }

    /** Reminds of consents and ends those whose time is over; a host that drives the workers itself calls it now and then. */
    public Fristenlauf fristenlauf() {
        return new Fristenlauf(daten.beteiligungen(), clock, runde -> mandant(runde.mandant())
                .flatMap(m -> formular(runde.dienst()).map(f -> rundenpost(m, f))));
    }

    public Clock clock() {
        return clock;
    }

    /** The installed code lists; those that lie beside a dienst.yaml belong to that Dienst alone. */
    public CodelistenStore codelisten() {
        return codelisten;
    }

    /** The registers and look-ups of the portal. */
    public Quellenverzeichnis quellen() {
        return quellen;
    }

    /** Who is logged in at the portal, as the builder was told. */
    public Nutzerquelle nutzerquelle() {
        return nutzerquelle;
    }

    /** Whether a version of the Dienst with this id runs in test mode with generated code lists. */
    public boolean istSynthetisch(String dienst) {
        return synthetische.contains(dienst);
    }

    /** The compiled form of a Dienst; empty when it is broken or has none. */
    public Optional<Formular> formular(DienstRef ref) {
        return Optional.ofNullable(formulare.get(ref));
    }

    /** The compiled form of a Dienst that a Mandant offers; also empty when one of its ways is not there. */
    public Optional<Formular> formular(MandantId mandant, DienstRef ref) {
        return gesperrt.contains(new Angebotskennung(mandant, ref)) ? Optional.empty() : formular(ref);
    }

    /** What is wrong with the Dienste, for a health page. */
    public List<Problem> probleme() {
        return List.copyOf(probleme);
    }

    /** The worker of the outbox; a host that drives it itself calls {@code runOnce}. */
    public Arbeiter arbeiter() {
        return arbeiter;
    }

    /**
     * Scans again what waits in quarantine; empty without a scanner. A host that drives the workers itself calls {@code
     * runOnce}, every minute for example.
     */
    public Optional<Nachpruefung> nachpruefung() {
        return nachpruefung;
    }

    /** Delivers soon; called after each submission. */
    public void stosseAn() {
        wecker.ifPresent(Wecker::anstossen);
    }

    /** Stops the workers; what is not delivered yet goes on with the next start. */
    @Override
    public void close() {
        wecker.ifPresent(Wecker::close);
        quellen.close();
    }

    /** Options. Not thread-safe. */
    public static final class Builder {

        private @Nullable DataSource quelle;
        private @Nullable Schluesselbund schluessel;
        private @Nullable MandantFinder mandanten;
        private @Nullable Dienstbibliothek dienste;
        private @Nullable PageShell huelle;
        private @Nullable Virenscanner virenscanner;
        private @Nullable Benachrichtigung benachrichtigung;
        private @Nullable CodelistenStore codelisten;
        private final List<Entwurfsmigration> migrationen = new ArrayList<>();
        private @Nullable Duration sitzungsdauer;
        private Hilfe hilfe = Hilfe.ausDienst();
        private final List<String> vorlagen = new ArrayList<>();
        private @Nullable Schriftstueck schriftstueck;
        private final List<Uebermittlungsweg> wege = new ArrayList<>();
        private final List<Haken> haken = new ArrayList<>();
        private final List<Register> register = new ArrayList<>();
        private final List<Datenabfrage> datenabfragen = new ArrayList<>();
        private Nutzerquelle nutzerquelle = Optional::empty;
        private Clock clock = Clock.systemUTC();
        private boolean testmodus;
        private boolean ohneVirenscanner;
        private boolean arbeiterVomWirt;
        private boolean migrieren = true;

        private Builder() {}

        /** The host's database: PostgreSQL, or H2 for a first try. Required. */
        public Builder datenquelle(DataSource wert) {
            quelle = wert;
            return this;
        }

        /** The keys that data at rest are encrypted with. Required. */
        public Builder schluessel(Schluesselbund wert) {
            schluessel = wert;
            return this;
        }

        /** The municipalities. Required. */
        public Builder mandanten(MandantFinder wert) {
            mandanten = wert;
            return this;
        }

        /** The Dienste. Required. */
        public Builder dienste(Dienstbibliothek wert) {
            dienste = wert;
            return this;
        }

        /** The page frame of the portal. Required. */
        public Builder huelle(PageShell wert) {
            huelle = wert;
            return this;
        }

        /** A way to deliver by; at least one. */
        public Builder weg(Uebermittlungsweg wert) {
            wege.add(wert);
            return this;
        }

        /** Scans uploads: they are in quarantine until it says SAUBER. */
        public Builder virenscanner(Virenscanner wert) {
            virenscanner = wert;
            return this;
        }

        /** Sends notices to people, mail in most portals. */
        public Builder benachrichtigung(Benachrichtigung wert) {
            benachrichtigung = wert;
            return this;
        }

        /**
         * Takes uploads that nobody scans, because something else does (a proxy, the receiver) or it is a first try. They
         * are checked for type, structure and size. Without this and without a scanner it is the same, with a warning in
         * {@link KommunalSdk#probleme} and in the log.
         */
        public Builder ohneVirenscanner() {
            ohneVirenscanner = true;
            return this;
        }

        /** Knows how drafts of one version of a Dienst come to another; asked in the order given here. */
        public Builder entwurfsmigration(Entwurfsmigration wert) {
            migrationen.add(wert);
            return this;
        }

        /**
         * Where code lists are, beside those that lie in the folder or jar of a Dienst. The default is the database, then
         * {@code META-INF/ozg-codelisten/} on the class path of the starting thread.
         */
        public Builder codelisten(CodelistenStore wert) {
            codelisten = wert;
            return this;
        }

        /** Takes part in the way of an Antrag: see the package {@code de.kommunalsdk.forms.haken}. */
        public Builder haken(Haken wert) {
            haken.add(wert);
            return this;
        }

        /** Where questions and answers come from; the default is {@code hilfe} in the dienst.yaml. */
        public Builder hilfe(Hilfe wert) {
            hilfe = wert;
            return this;
        }

        /**
         * A package of templates of the host, compiled by jte, that take the place of the SDK's of the same name (see
         * docs/templates.md). In a named module it is opened to {@code gg.jte.runtime}.
         */
        public Builder vorlagen(String paket) {
            vorlagen.add(paket);
            return this;
        }

        /**
         * How long the portal's own session, or the token of its own CSRF filter, lasts without a request. Pages warn before it ends
         * and can extend it. Without one only the SDK's own token counts: 12 hours.
         */
        public Builder sitzungsdauer(Duration wert) {
            sitzungsdauer = wert;
            return this;
        }

        /**
         * Makes PDF ({@code PdfSatz} of sdk-pdf): the summary that is delivered and offered on the receipt page, and the
         * blank form on the catalogue page. Without one there are none.
         */
        public Builder schriftstueck(Schriftstueck wert) {
            schriftstueck = wert;
            return this;
        }

        /** A register that a Dienst may prefill from, after the citizen's consent. */
        public Builder register(Register wert) {
            register.add(wert);
            return this;
        }

        /** A look-up that pages may use. */
        public Builder datenabfrage(Datenabfrage wert) {
            datenabfragen.add(wert);
            return this;
        }

        /** Tells who is logged in at the portal; without one nobody is. */
        public Builder nutzerquelle(Nutzerquelle wert) {
            nutzerquelle = wert;
            return this;
        }

        /** Another clock than the system's. */
        public Builder clock(Clock wert) {
            clock = wert;
            return this;
        }

        /** Replaces code lists that are not installed by generated ones, on pages that say SYNTHETISCH. */
        public Builder testmodus(boolean wert) {
            testmodus = wert;
            return this;
        }

        /** The host calls {@link Arbeiter#runOnce} itself; the SDK starts no thread. */
        public Builder arbeiterVomWirt(boolean wert) {
            arbeiterVomWirt = wert;
            return this;
        }

        /** Whether the SDK makes its tables itself (the default). */
        public Builder migrieren(boolean wert) {
            migrieren = wert;
            return this;
        }

        /**
         * Starts.
         *
         * @throws ConfigurationError OZG-SDK-0001 with all that is missing, or a code of the store
         */
        public KommunalSdk starte() {
            Map<String, @Nullable Object> angaben = new LinkedHashMap<>();
            angaben.put("datenquelle", quelle);
            angaben.put("schluessel", schluessel);
            angaben.put("mandanten", mandanten);
            angaben.put("dienste", dienste);
            angaben.put("huelle", huelle);
            angaben.put("weg", wege.isEmpty() ? null : wege);
            List<Problem> fehlend = angaben.entrySet().stream()
                    .filter(e -> e.getValue() == null)
                    .map(e -> Problem.fehler(
                            SdkFehler.AUFBAU, Fundstelle.in("KommunalSdk.builder()"), "\"" + e.getKey() + "\" fehlt."))
                    .toList();
            if (!fehlend.isEmpty()) {
                throw new ConfigurationError(SdkFehler.AUFBAU, fehlend);
            }
            return new KommunalSdk(this, da(quelle), da(schluessel));
        }

        private static <T> T da(@Nullable T wert) {
            return java.util.Objects.requireNonNull(wert);
        }
    }
}
