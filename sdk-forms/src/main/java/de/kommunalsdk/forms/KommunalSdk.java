/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.entwurf.Entwurfsbriefe;
import de.kommunalsdk.forms.entwurf.Entwurfsmigration;
import de.kommunalsdk.forms.entwurf.Umsteller;
import de.kommunalsdk.forms.haken.Haken;
import de.kommunalsdk.forms.haken.Hakenleiste;
import de.kommunalsdk.forms.lieferung.FormularPaketbauer;
import de.kommunalsdk.forms.seiten.Vorlagensatz;
import de.kommunalsdk.hilfe.Hilfe;
import de.kommunalsdk.jobs.Arbeiter;
import de.kommunalsdk.jobs.Wecker;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.store.Datenhaltung;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
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
    private final Arbeiter arbeiter;
    private final Optional<Wecker> wecker;

    private KommunalSdk(Builder b, DataSource quelle, Schluesselbund schluessel) {
        this.mandanten = Builder.da(b.mandanten);
        this.dienste = Builder.da(b.dienste);
        this.huelle = Builder.da(b.huelle);
        this.virenscanner = Optional.ofNullable(b.virenscanner);
        this.benachrichtigung = Optional.ofNullable(b.benachrichtigung);
        this.umsteller = new Umsteller(b.migrationen);
        this.haken = new Hakenleiste(b.haken);
        this.hilfe = b.hilfe;
        this.vorlagen = b.vorlagen.isEmpty() ? Vorlagensatz.EIGENE : new Vorlagensatz(b.vorlagen, klassenlader());
        this.sitzungsdauer = Optional.ofNullable(b.sitzungsdauer);
        this.clock = b.clock;
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
        this.pakete = new FormularPaketbauer(
                this::formular,
                id -> mandanten.alle().stream().filter(m -> m.id().equals(id)).findFirst(),
                daten.anlagen(),
                schriftstueck);
        this.arbeiter = daten.arbeiter(pakete, b.wege, benachrichtigung);
        this.wecker = b.arbeiterVomWirt ? Optional.empty() : Optional.of(new Wecker(quelle, arbeiter, this::raeumeAuf));
        wecker.ifPresent(Wecker::start);
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
        probleme.addAll(ergebnis.probleme());
        ergebnis.formular().ifPresent(formular -> formulare.put(dienst.ref(), formular));
        ergebnis.formular()
                .filter(f -> !f.synthetischeCodelisten().isEmpty())
                .ifPresent(f -> synthetische.add(dienst.id().wert()));
        if (ergebnis.formular().isEmpty()) {
            LOG.error("Dienst {} wird nicht angeboten: {}", dienst.ref(), ergebnis.probleme());
        }
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

    /** The portal's way to send notices; without one the pages do not offer it. */
    public Optional<Benachrichtigung> benachrichtigung() {
        return benachrichtigung;
    }

    /** Brings drafts of earlier versions of a Dienst into a later one. */
    public Umsteller umsteller() {
        return umsteller;
    }

    /**
     * Reminds of drafts that expire soon, and deletes what is over. The SDK does it every 15 minutes, unless the host
     * drives the worker: then the host calls this, too.
     */
    public void raeumeAuf() {
        if (benachrichtigung.isPresent()
                && daten.entwurfspost().erinnere(Entwurfsbriefe.erinnerungen(mandanten, dienste)) > 0) {
            stosseAn();
        }
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

    public Clock clock() {
        return clock;
    }

    /** The installed code lists; those that lie beside a dienst.yaml belong to that Dienst alone. */
    public CodelistenStore codelisten() {
        return codelisten;
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

    /** Delivers soon; called after each submission. */
    public void stosseAn() {
        wecker.ifPresent(Wecker::anstossen);
    }

    /** Stops the workers; what is not delivered yet goes on with the next start. */
    @Override
    public void close() {
        wecker.ifPresent(Wecker::close);
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
        private Clock clock = Clock.systemUTC();
        private boolean testmodus;
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

        /** Scans uploads; without one they are checked for type and size only. */
        public Builder virenscanner(Virenscanner wert) {
            virenscanner = wert;
            return this;
        }

        /** Sends mail to citizens; without one they are not asked for an address. */
        public Builder benachrichtigung(Benachrichtigung wert) {
            benachrichtigung = wert;
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
