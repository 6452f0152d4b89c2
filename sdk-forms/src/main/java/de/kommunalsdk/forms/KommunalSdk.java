/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.beteiligung.Fristenlauf;
import de.kommunalsdk.forms.beteiligung.Rundenpost;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.entwurf.Entwurfsbriefe;
import de.kommunalsdk.forms.entwurf.Umsteller;
import de.kommunalsdk.forms.haken.Hakenleiste;
import de.kommunalsdk.forms.lieferung.FormularPaketbauer;
import de.kommunalsdk.forms.quellen.Quellenverzeichnis;
import de.kommunalsdk.forms.seiten.Anlauf;
import de.kommunalsdk.forms.seiten.Vorlagensatz;
import de.kommunalsdk.hilfe.Hilfe;
import de.kommunalsdk.jobs.Arbeiter;
import de.kommunalsdk.jobs.Wecker;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Nutzerquelle;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.store.Datenhaltung;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import de.kommunalsdk.virenscan.Nachpruefung;
import de.kommunalsdk.virenscan.Virenscanner;
import de.kommunalsdk.web.PageShell;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
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
    private final Formularbestand bestand = new Formularbestand();
    private final List<Problem> probleme = new ArrayList<>();
    private final Optional<Schriftstueck> schriftstueck;
    private final FormularPaketbauer pakete;
    private final Optional<Nachpruefung> nachpruefung;
    private final Arbeiter arbeiter;
    private final Optional<Wecker> wecker;
    private final Quellenverzeichnis quellen;
    private final Nutzerquelle nutzerquelle;
    private final Optional<Nutzerkonto> nutzerkonto;

    KommunalSdk(KommunalSdkBuilder b, DataSource quelle, Schluesselbund schluessel) {
        this.mandanten = KommunalSdkBuilder.da(b.mandanten);
        this.dienste = KommunalSdkBuilder.da(b.dienste);
        this.huelle = KommunalSdkBuilder.da(b.huelle);
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
        this.nutzerkonto = Optional.ofNullable(b.nutzerkonto);
        this.siegel = new Siegel(schluessel, clock);
        this.daten = Datenhaltung.builder(quelle, schluessel)
                .clock(clock)
                .migrieren(b.migrieren)
                .oeffnen();
        this.codelisten = b.codelisten == null ? installierte() : b.codelisten;
        probleme.addAll(dienste.probleme());
        dienste.probleme().stream().filter(Problem::istFehler).forEach(p -> LOG.error("{}", p));
        probleme.addAll(codelisten.probleme());
        dienste.alle().stream()
                .filter(d -> d.schemaDatei().isPresent())
                .forEach(d -> bestand.baue(d, codelisten, quellen, b.testmodus));
        Set<String> wege = b.wege.stream().map(Uebermittlungsweg::id).collect(Collectors.toSet());
        mandanten.alle().forEach(mandant -> {
            bestand.sperreOhneWeg(mandant, dienste.alle(), wege);
            bestand.sperreOhneAnmeldung(
                    mandant,
                    dienste.alle(),
                    nutzerkonto.map(k -> k.hoechstes(mandant.id())).orElse(Vertrauensniveau.OHNE));
        });
        probleme.addAll(bestand.probleme());
        this.schriftstueck = Optional.ofNullable(b.schriftstueck);
        this.pakete = new FormularPaketbauer(
                this::formular, this::mandant, daten.anlagen(), Optional.of(daten.anmeldenachweise()), schriftstueck);
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
        dienste.alle().stream()
                .flatMap(d -> formular(d.ref()).stream())
                .findFirst()
                .ifPresent(eines -> mandanten.alle().stream()
                        .findFirst()
                        .ifPresent(einer -> Anlauf.beginne(eines, einer, LocalDate.now(clock))));
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

    /** Begins to build. */
    public static KommunalSdkBuilder builder() {
        return new KommunalSdkBuilder();
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
        List<RuntimeException> fehler = new ArrayList<>();
        for (Runnable schritt :
                List.<Runnable>of(this::erinnere, fristenlauf()::laufe, daten.aufraeumer()::raeumeAuf)) {
            try {
                schritt.run();
            } catch (RuntimeException e) { // nothing may keep what is over from being deleted
                fehler.add(e);
            }
        }
        if (!fehler.isEmpty()) {
            fehler.stream().skip(1).forEach(fehler.get(0)::addSuppressed);
            throw fehler.get(0);
        }
    }

    private void erinnere() {
        if (benachrichtigung.isPresent()
                && daten.entwurfspost().erinnere(Entwurfsbriefe.erinnerungen(mandanten, dienste)) > 0) {
            stosseAn();
        }
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

    /** The summary of an Antrag for who applied; empty without a Schriftstueck. Throws as its packet would. */
    public Optional<Paket.Teil> zusammenfassung(Antrag antrag) {
        return pakete.zusammenfassung(antrag);
    }

    /** The notices about consents for a Mandant and form. */
    public Rundenpost rundenpost(Mandant mandant, Formular formular) {
        return new Rundenpost(mandant, formular, benachrichtigung.isPresent());
    }

    private Fristenlauf fristenlauf() {
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

    /** How somebody logs in; empty when the portal has no login. */
    public Optional<Nutzerkonto> nutzerkonto() {
        return nutzerkonto;
    }

    /** Who is logged in at the portal, as the builder was told. */
    public Nutzerquelle nutzerquelle() {
        return nutzerquelle;
    }

    /** Whether a version of the Dienst with this id runs in test mode with generated code lists. */
    public boolean istSynthetisch(String dienst) {
        return bestand.istSynthetisch(dienst);
    }

    /** The compiled form of a Dienst; empty when it is broken or has none. */
    public Optional<Formular> formular(DienstRef ref) {
        return bestand.formular(ref);
    }

    /** The compiled form of a Dienst that a Mandant offers; also empty when one of its ways is not there. */
    public Optional<Formular> formular(MandantId mandant, DienstRef ref) {
        return bestand.formular(mandant, ref);
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
}
