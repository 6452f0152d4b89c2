/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.AkdbErweiterung;
import de.kommunalsdk.saml.Anfrageschreiber;
import de.kommunalsdk.saml.Anfragewunsch;
import de.kommunalsdk.saml.Anmeldeanfrage;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortpruefer;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Dienstpruefung;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Idppruefung;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.Metadatenquelle;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.SpMetadaten;
import de.kommunalsdk.saml.Unternehmenskonto;
import de.kommunalsdk.saml.Wiederholungsschutz;
import de.kommunalsdk.servicekonto.Heimkehr.Rat;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An account that speaks SAML 2.0. Thread-safe. */
public final class SamlKonto implements Kontoanbieter {

    private static final Fundstelle METADATEN = Fundstelle.in("Metadaten");
    private static final Set<String> SPRACHEN = Set.of("de", "en", "ru", "uk");

    private final Kontoangaben angaben;
    private final Dienstanbieter dienst;
    private final Kontoprofil profil;
    private final Metadatenquelle metadaten;
    private final Clock clock;
    private final Optional<Antragsdienst> erweiterung;
    private final Optional<SpMetadaten> eigene;

    /**
     * How the portal is registered at an account of the AKDB.
     *
     * @param anzeigename who asks, as people read it at the account; at most 50 characters are shown
     * @param onlineServiceId id from the registration
     * @param gaeste whether a login without lasting key will do
     */
    public record Antragsdienst(String anzeigename, String onlineServiceId, boolean gaeste) {}

    /** Any account, by a profile. */
    public SamlKonto(
            Kontoangaben angaben,
            Dienstanbieter dienst,
            Kontoprofil profil,
            Metadatenquelle metadaten,
            Optional<Antragsdienst> erweiterung,
            Clock clock) {
        this(angaben, dienst, profil, metadaten, erweiterung, clock, Optional.empty());
    }

    private SamlKonto(
            Kontoangaben angaben,
            Dienstanbieter dienst,
            Kontoprofil profil,
            Metadatenquelle metadaten,
            Optional<Antragsdienst> erweiterung,
            Clock clock,
            Optional<SpMetadaten> eigene) {
        this.eigene = eigene;
        this.angaben = angaben;
        this.dienst = dienst;
        this.profil = profil;
        this.metadaten = metadaten;
        this.clock = clock;
        this.erweiterung = erweiterung;
    }

    /** The BundID. */
    public static SamlKonto bundId(
            Dienstanbieter dienst, Metadatenquelle metadaten, Antragsdienst antragsdienst, Clock clock) {
        return new SamlKonto(
                new Kontoangaben("bundid", "BundID", false, Vertrauensniveau.HOCH),
                dienst,
                BundId.profil(),
                metadaten,
                Optional.of(antragsdienst),
                clock);
    }

    /** Mein Unternehmenskonto. */
    public static SamlKonto unternehmenskonto(Dienstanbieter dienst, Metadatenquelle metadaten, Clock clock) {
        return new SamlKonto(
                new Kontoangaben("unternehmenskonto", "Mein Unternehmenskonto", true, Vertrauensniveau.SUBSTANZIELL),
                dienst,
                Unternehmenskonto.profil(),
                metadaten,
                Optional.empty(),
                clock);
    }

    /** The same account, to which the portal also publishes its own metadata. */
    public SamlKonto mit(SpMetadaten eigeneMetadaten) {
        return new SamlKonto(angaben, dienst, profil, metadaten, erweiterung, clock, Optional.of(eigeneMetadaten));
    }

    @Override
    public Optional<Selbstauskunft> selbstauskunft() {
        return eigene.map(angabe -> new Selbstauskunft(
                "application/samlmetadata+xml",
                new String(angabe.schreibe(dienst, profil, clock.instant()), StandardCharsets.UTF_8)));
    }

    @Override
    public Kontoangaben angaben() {
        return angaben;
    }

    @Override
    public Aufbruch beginne(Anmeldewunsch wunsch, Locale sprache, String marke) {
        IdpMetadaten idp = metadaten.aktuell();
        Anfrageschreiber schreiber = new Anfrageschreiber(dienst, profil);
        Anfragewunsch anfrage = new Anfragewunsch(
                wunsch.niveau(), erweiterung.map(dienst -> erweiterung(dienst, wunsch.attribute(), sprache)));
        Anmeldeanfrage aufbruch = idp.anmeldungPost().isPresent()
                ? schreiber.formular(idp, anfrage, marke, clock.instant())
                : schreiber.weiterleitung(idp, anfrage, marke, clock.instant());
        Anmeldevorgang vorgang = aufbruch.vorgang();
        return new Aufbruch(
                aufbruch.ziel(),
                aufbruch.felder(),
                vorgang.anfrageId() + " " + vorgang.begonnen() + " " + vorgang.gefordert());
    }

    @Override
    public Kontozustand zustand() {
        Instant jetzt = clock.instant();
        List<Problem> eigene = new ArrayList<>(Dienstpruefung.pruefe(dienst, Optional.empty(), jetzt));
        if (profil.abbildung() instanceof BundId) {
            eigene.addAll(erweiterung
                    .map(e -> Dienstpruefung.pruefeAnzeige(e.anzeigename(), e.onlineServiceId()))
                    .orElseGet(() -> Dienstpruefung.pruefeAnzeige("", "")));
        }
        Optional<IdpMetadaten> idp = Optional.empty();
        List<Problem> gegenseite;
        try {
            idp = metadaten.zurHand();
            gegenseite = idp.map(i -> Idppruefung.pruefe(i, metadaten.stand(), jetzt))
                    .orElseGet(() -> List.of(Kontozustand.ohneAuskunft(
                            SamlFehler.METADATEN_ABRUF,
                            METADATEN,
                            metadaten.stand().fehler())));
        } catch (OzgException e) {
            gegenseite = List.of(Problem.fehler(e.fehlercode(), METADATEN, String.valueOf(e.getMessage())));
        }
        if (dienst.produktion()) {
            idp.flatMap(i -> Idppruefung.testsystem(i, profil)).ifPresent(eigene::add);
        }
        return new Kontozustand(
                dienst.produktion(),
                Optional.of(dienst.acs()),
                eigene,
                gegenseite,
                metadaten.stand().geholt(),
                ende(idp));
    }

    /** Of the own ones that are published, and of the account's last one. */
    private Optional<Instant> ende(Optional<IdpMetadaten> idp) {
        List<Instant> enden = new ArrayList<>();
        enden.add(ende(dienst.signatur().zertifikat()));
        dienst.entschluesselung().stream().limit(1).forEach(paar -> enden.add(ende(paar.zertifikat())));
        idp.flatMap(i -> i.signaturzertifikate().stream().map(SamlKonto::ende).max(Comparator.naturalOrder()))
                .ifPresent(enden::add);
        return enden.stream().min(Comparator.naturalOrder());
    }

    private static Instant ende(X509Certificate zertifikat) {
        return zertifikat.getNotAfter().toInstant();
    }

    private static AkdbErweiterung erweiterung(Antragsdienst dienst, Collection<String> gewuenscht, Locale sprache) {
        Set<String> bekannte = new TreeSet<>(gewuenscht);
        bekannte.retainAll(BundId.FORMULARATTRIBUTE.values()); // a Dienst may name what only another account has
        return new AkdbErweiterung(
                AkdbErweiterung.attribute(bekannte, dienst.gaeste()),
                Map.of(),
                dienst.anzeigename(),
                SPRACHEN.contains(sprache.getLanguage()) ? sprache.getLanguage() : "de",
                Optional.empty(),
                dienst.onlineServiceId());
    }

    @Override
    public void bereite() {
        if (!metadaten.aktuell().gilt(clock.instant())) {
            throw new ServiceUnavailable(SamlFehler.METADATEN_ABGELAUFEN, "");
        }
    }

    @Override
    public Heimkehr empfange(String vorgang, Map<String, String[]> felder, Wiederholungsschutz schutz) {
        List<String> teile = List.of(vorgang.split(" ", 3));
        Anmeldevorgang gemerkt =
                new Anmeldevorgang(teile.get(0), Instant.parse(teile.get(1)), Vertrauensniveau.valueOf(teile.get(2)));
        String antwort = felder.getOrDefault("SAMLResponse", new String[] {""})[0];
        Antwortergebnis ergebnis =
                new Antwortpruefer(dienst, profil, metadaten, schutz, clock).pruefe(antwort, gemerkt);
        if (ergebnis instanceof Antwortergebnis.Angenommen a) {
            return new Heimkehr.Angemeldet(a.anmeldung());
        } else if (ergebnis instanceof Antwortergebnis.Fehlerstatus f) {
            return status(f);
        }
        Antwortergebnis.Abgewiesen abgewiesen = (Antwortergebnis.Abgewiesen) ergebnis;
        boolean niveau = abgewiesen.grund() == SamlFehler.NIVEAU_ZU_NIEDRIG;
        return new Heimkehr.Gescheitert(
                abgewiesen.grund(), niveau ? Rat.HOEHERES_NIVEAU : Rat.NOCHMALS, abgewiesen.detail());
    }

    private static Heimkehr status(Antwortergebnis.Fehlerstatus f) {
        if (f.abgebrochen()) {
            return new Heimkehr.Abgebrochen();
        } else if (f.einzelheiten().contains("IDP_REQUIRED_ATTRIBUTES_MISSING")) {
            return new Heimkehr.Gescheitert(KontoFehler.ANGABEN_FEHLEN, Rat.ANGABEN_FEHLEN, "");
        }
        Rat rat = f.zweiterCode().equals("NoAuthnContext") ? Rat.HOEHERES_NIVEAU : Rat.NOCHMALS;
        return new Heimkehr.Gescheitert(KontoFehler.KONTO_MELDET, rat, f.code() + " " + f.zweiterCode());
    }
}
