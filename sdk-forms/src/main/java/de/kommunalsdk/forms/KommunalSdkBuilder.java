/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.entwurf.Entwurfsmigration;
import de.kommunalsdk.forms.haken.Haken;
import de.kommunalsdk.hilfe.Hilfe;
import de.kommunalsdk.jobs.Arbeiter;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.nutzerkonto.Nutzerquelle;
import de.kommunalsdk.register.Register;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import de.kommunalsdk.virenscan.Virenscanner;
import de.kommunalsdk.web.PageShell;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Options of a {@link KommunalSdk}. Not thread-safe. */
public final class KommunalSdkBuilder {

    @Nullable
    DataSource quelle;

    @Nullable
    Schluesselbund schluessel;

    @Nullable
    MandantFinder mandanten;

    @Nullable
    Dienstbibliothek dienste;

    @Nullable
    PageShell huelle;

    @Nullable
    Virenscanner virenscanner;

    @Nullable
    Benachrichtigung benachrichtigung;

    @Nullable
    CodelistenStore codelisten;

    final List<Entwurfsmigration> migrationen = new ArrayList<>();

    @Nullable
    Duration sitzungsdauer;

    Hilfe hilfe = Hilfe.ausDienst();
    final List<String> vorlagen = new ArrayList<>();

    @Nullable
    Schriftstueck schriftstueck;

    final List<Uebermittlungsweg> wege = new ArrayList<>();
    final List<Haken> haken = new ArrayList<>();
    final List<Register> register = new ArrayList<>();
    final List<Datenabfrage> datenabfragen = new ArrayList<>();

    @Nullable
    Nutzerkonto nutzerkonto;

    Nutzerquelle nutzerquelle = Optional::empty;
    Clock clock = Clock.systemUTC();
    boolean testmodus;
    boolean ohneVirenscanner;
    boolean arbeiterVomWirt;
    boolean migrieren = true;

    KommunalSdkBuilder() {}

    /** The host's database: PostgreSQL, or H2 for a first try. Required. */
    public KommunalSdkBuilder datenquelle(DataSource wert) {
        quelle = wert;
        return this;
    }

    /** The keys that data at rest are encrypted with. Required. */
    public KommunalSdkBuilder schluessel(Schluesselbund wert) {
        schluessel = wert;
        return this;
    }

    /** The municipalities. Required. */
    public KommunalSdkBuilder mandanten(MandantFinder wert) {
        mandanten = wert;
        return this;
    }

    /** The Dienste. Required. */
    public KommunalSdkBuilder dienste(Dienstbibliothek wert) {
        dienste = wert;
        return this;
    }

    /** The page frame of the portal. Required. */
    public KommunalSdkBuilder huelle(PageShell wert) {
        huelle = wert;
        return this;
    }

    /** A way to deliver by; at least one. */
    public KommunalSdkBuilder weg(Uebermittlungsweg wert) {
        wege.add(wert);
        return this;
    }

    /** Scans uploads: they are in quarantine until it says SAUBER. */
    public KommunalSdkBuilder virenscanner(Virenscanner wert) {
        virenscanner = wert;
        return this;
    }

    /** Sends notices to people, mail in most portals. */
    public KommunalSdkBuilder benachrichtigung(Benachrichtigung wert) {
        benachrichtigung = wert;
        return this;
    }

    /**
     * Takes uploads that nobody scans, because something else does (a proxy, the receiver) or it is a first try. They
     * are checked for type, structure and size. Without this and without a scanner it is the same, with a warning in
     * {@link KommunalSdk#probleme} and in the log. With a scanner the SDK does not start.
     */
    public KommunalSdkBuilder ohneVirenscanner() {
        ohneVirenscanner = true;
        return this;
    }

    /** Knows how drafts of one version of a Dienst come to another; asked in the order given here. */
    public KommunalSdkBuilder entwurfsmigration(Entwurfsmigration wert) {
        migrationen.add(wert);
        return this;
    }

    /**
     * Where code lists are, beside those that lie in the folder or jar of a Dienst. The default is the database, then
     * {@code META-INF/ozg-codelisten/} on the class path of the starting thread.
     */
    public KommunalSdkBuilder codelisten(CodelistenStore wert) {
        codelisten = wert;
        return this;
    }

    /** Takes part in the way of an Antrag: see the package {@code de.kommunalsdk.forms.haken}. */
    public KommunalSdkBuilder haken(Haken wert) {
        haken.add(wert);
        return this;
    }

    /** Where questions and answers come from; the default is {@code hilfe} in the dienst.yaml. */
    public KommunalSdkBuilder hilfe(Hilfe wert) {
        hilfe = wert;
        return this;
    }

    /**
     * A package of templates of the host, compiled by jte, that take the place of the SDK's of the same name (see
     * docs/templates.md). In a named module it is opened to {@code gg.jte.runtime}.
     */
    public KommunalSdkBuilder vorlagen(String paket) {
        vorlagen.add(paket);
        return this;
    }

    /**
     * How long the portal's own session, or the token of its own CSRF filter, lasts without a request. Pages warn before it ends
     * and can extend it. Without one only the SDK's own token counts: 12 hours.
     */
    public KommunalSdkBuilder sitzungsdauer(Duration wert) {
        sitzungsdauer = wert;
        return this;
    }

    /**
     * Makes PDF ({@code PdfSatz} of sdk-pdf): the summary that is delivered and offered on the receipt page, and the
     * blank form on the catalogue page. Without one there are none.
     */
    public KommunalSdkBuilder schriftstueck(Schriftstueck wert) {
        schriftstueck = wert;
        return this;
    }

    /** A register that a Dienst may prefill from, after the citizen's consent. */
    public KommunalSdkBuilder register(Register wert) {
        register.add(wert);
        return this;
    }

    /** A look-up that pages may use. */
    public KommunalSdkBuilder datenabfrage(Datenabfrage wert) {
        datenabfragen.add(wert);
        return this;
    }

    /** Tells who is logged in at the portal; without one nobody is. */
    public KommunalSdkBuilder nutzerquelle(Nutzerquelle wert) {
        nutzerquelle = wert;
        return this;
    }

    /**
     * How somebody logs in. Without one only Dienste with {@code vertrauensniveau: ohne} are offered. Who is logged in, the
     * {@code nutzerquelle} or the servlet's {@code Nutzererkennung} tells.
     */
    public KommunalSdkBuilder nutzerkonto(Nutzerkonto wert) {
        nutzerkonto = wert;
        return this;
    }

    /** Another clock than the system's. */
    public KommunalSdkBuilder clock(Clock wert) {
        clock = wert;
        return this;
    }

    /** Replaces code lists that are not installed by generated ones, on pages that say SYNTHETISCH. */
    public KommunalSdkBuilder testmodus(boolean wert) {
        testmodus = wert;
        return this;
    }

    /**
     * The host calls {@link Arbeiter#runOnce}, {@link KommunalSdk#raeumeAuf} and {@link KommunalSdk#nachpruefung} itself; the
     * SDK starts no thread.
     */
    public KommunalSdkBuilder arbeiterVomWirt(boolean wert) {
        arbeiterVomWirt = wert;
        return this;
    }

    /** Whether the SDK makes its tables itself (the default). */
    public KommunalSdkBuilder migrieren(boolean wert) {
        migrieren = wert;
        return this;
    }

    /**
     * Starts.
     *
     * @throws ConfigurationError OZG-SDK-0001 with all that is missing or contradictory, or a code of the store
     */
    public KommunalSdk starte() {
        Map<String, @Nullable Object> angaben = new LinkedHashMap<>();
        angaben.put("datenquelle", quelle);
        angaben.put("schluessel", schluessel);
        angaben.put("mandanten", mandanten);
        angaben.put("dienste", dienste);
        angaben.put("huelle", huelle);
        angaben.put("weg", wege.isEmpty() ? null : wege);
        List<Problem> maengel = new ArrayList<>();
        angaben.forEach((name, wert) -> {
            if (wert == null) {
                maengel.add(mangel("\"" + name + "\" fehlt."));
            }
        });
        if (virenscanner != null && ohneVirenscanner) {
            maengel.add(mangel("\"virenscanner\" und \"ohneVirenscanner\" schliessen einander aus."));
        }
        if (!maengel.isEmpty()) {
            throw new ConfigurationError(SdkFehler.AUFBAU, maengel);
        }
        return new KommunalSdk(this, da(quelle), da(schluessel));
    }

    private static Problem mangel(String meldung) {
        return Problem.fehler(SdkFehler.AUFBAU, Fundstelle.in("KommunalSdk.builder()"), meldung);
    }

    static <T> T da(@Nullable T wert) {
        return java.util.Objects.requireNonNull(wert);
    }
}
