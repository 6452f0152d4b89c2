/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.http.HttpZugang;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Abmeldepruefer;
import de.kommunalsdk.oidc.Abmeldepruefer.Abgemeldet;
import de.kommunalsdk.oidc.Anbieterpflege;
import de.kommunalsdk.oidc.Anbieterquelle;
import de.kommunalsdk.oidc.Codeablauf;
import de.kommunalsdk.oidc.Klientausweis;
import de.kommunalsdk.oidc.Klientpruefung;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcanfrage;
import de.kommunalsdk.oidc.Oidcergebnis;
import de.kommunalsdk.oidc.Oidcprofil;
import de.kommunalsdk.oidc.Oidcvorgang;
import de.kommunalsdk.saml.Wiederholungsschutz;
import de.kommunalsdk.servicekonto.Heimkehr.Rat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An account that speaks OpenID Connect. Thread-safe. */
public final class OidcKonto implements Kontoanbieter, Fernabmelder {

    private static final Pattern MARKE = Pattern.compile("[A-Za-z0-9_-]{16,80}");
    // of OpenID Connect Core, and of the profile for unmet levels
    private static final Set<String> NIVEAU_VERFEHLT =
            Set.of("unmet_authentication_requirements", "insufficient_user_authentication");

    private static final Duration FRISCH = Duration.ofHours(24);

    private final Kontoangaben angaben;
    private final OidcKlient klient;
    private final Anbieterquelle quelle;
    private final Clock clock;
    private final Optional<OidcAnbieter> anbieter;
    private final Codeablauf ablauf;
    private final Abmeldepruefer abmeldungen;

    /** An account of which the source already knows. */
    public OidcKonto(
            Kontoangaben angaben,
            OidcKlient klient,
            Oidcprofil profil,
            Anbieterquelle quelle,
            HttpZugang http,
            Clock clock) {
        this(angaben, klient, profil, quelle, http, clock, Optional.empty());
    }

    private OidcKonto(
            Kontoangaben angaben,
            OidcKlient klient,
            Oidcprofil profil,
            Anbieterquelle quelle,
            HttpZugang http,
            Clock clock,
            Optional<OidcAnbieter> anbieter) {
        this.angaben = angaben;
        this.klient = klient;
        this.quelle = quelle;
        this.clock = clock;
        this.anbieter = anbieter;
        this.ablauf = new Codeablauf(klient, profil, quelle, http, clock);
        this.abmeldungen = new Abmeldepruefer(klient, quelle, clock);
    }

    /**
     * An account by its issuer; its discovery and keys are fetched when it is examined or the first login needs them, and kept
     * fresh.
     *
     * @param hintergrund runs the calls ahead of time
     * @throws ConfigurationError with all values of the own side that can never work; a certificate that has ended is none of
     *     them: {@link #zustand} says so, and closes this account alone
     */
    public static OidcKonto bei(
            OidcAnbieter anbieter,
            Kontoangaben angaben,
            OidcKlient klient,
            Oidcprofil profil,
            HttpClients clients,
            Clock clock,
            Executor hintergrund) {
        List<Problem> fehler = Klientpruefung.pruefe(klient, anbieter, clock.instant()).stream()
                .filter(p -> p.istFehler() && p.code() != OidcFehler.KLIENT_ZERTIFIKAT)
                .toList();
        if (!fehler.isEmpty()) {
            throw new ConfigurationError(fehler.get(0).code(), fehler);
        }
        HttpZugang http = clients.zugang(anbieter.ziel(angaben.id()));
        Anbieterpflege pflege = new Anbieterpflege(http, anbieter, clock, hintergrund);
        return new OidcKonto(angaben, klient, profil, pflege, http, clock, Optional.of(anbieter));
    }

    /** The public key; empty for a portal with a secret. */
    @Override
    public Optional<Selbstauskunft> selbstauskunft() {
        return klient.jwks().map(jwks -> new Selbstauskunft("application/jwk-set+json", jwks));
    }

    /** Only on this machine a portal may have no https; what is on it is no production. */
    @Override
    public Kontozustand zustand() {
        List<Problem> eigene = anbieter.map(a -> Klientpruefung.pruefe(klient, a, clock.instant()))
                .orElse(List.of());
        List<Problem> gegenseite = gegenseite();
        Optional<Instant> ende = klient.ausweis() instanceof Klientausweis.Schluessel schluessel
                ? Optional.of(schluessel.paar().zertifikat().getNotAfter().toInstant())
                : Optional.empty();
        return new Kontozustand(
                "https".equals(klient.rueckkehr().getScheme()),
                Optional.of(klient.rueckkehr()),
                eigene,
                gegenseite,
                quelle.stand().geholt(),
                ende);
    }

    private List<Problem> gegenseite() {
        Fundstelle ort = Fundstelle.in("Discovery und Schlüssel");
        try {
            if (quelle.zurHand().isEmpty()) {
                return List.of(Kontozustand.ohneAuskunft(
                        OidcFehler.ANBIETER_ABRUF, ort, quelle.stand().fehler()));
            }
        } catch (OzgException e) {
            return List.of(Problem.fehler(e.fehlercode(), ort, String.valueOf(e.getMessage())));
        }
        Anbieterquelle.Stand stand = quelle.stand();
        String zuletzt = stand.fehler().map(c -> " Zuletzt: " + c + ".").orElse("");
        return stand
                .geholt()
                .filter(geholt -> geholt.plus(FRISCH).isBefore(clock.instant()))
                .map(geholt ->
                        Problem.warnung(OidcFehler.ANBIETER_ABRUF, ort, "Sie sind vom " + geholt + "." + zuletzt))
                .stream()
                .toList();
    }

    @Override
    public Kontoangaben angaben() {
        return angaben;
    }

    @Override
    public Aufbruch beginne(Anmeldewunsch wunsch, Locale sprache, String marke) {
        Oidcanfrage anfrage = ablauf.beginne(wunsch.niveau(), marke, sprache.getLanguage());
        Oidcvorgang vorgang = anfrage.vorgang();
        return new Aufbruch(
                anfrage.ziel(),
                Map.of(),
                vorgang.nachweis() + " " + vorgang.nonce() + " " + vorgang.gefordert() + " " + vorgang.begonnen());
    }

    /** The {@code state} of a redirect. */
    @Override
    public String marke(String methode, @Nullable String inhaltstyp, Map<String, String[]> felder) {
        if (!methode.equals("GET")) {
            throw new InvalidInput(OidcFehler.ANTWORT_FORM, "kein GET");
        }
        String[] marken = felder.getOrDefault("state", new String[0]);
        if (marken.length != 1 || !MARKE.matcher(marken[0]).matches()) {
            throw new InvalidInput(OidcFehler.STATE, "");
        }
        return marken[0];
    }

    @Override
    public void bereite() {
        quelle.aktuell();
    }

    @Override
    public Heimkehr empfange(String vorgang, Map<String, String[]> felder, Wiederholungsschutz schutz) {
        List<String> teile = List.of(vorgang.split(" ", 4));
        Oidcvorgang gemerkt = new Oidcvorgang(
                teile.get(0), teile.get(1), Vertrauensniveau.valueOf(teile.get(2)), Instant.parse(teile.get(3)));
        Oidcergebnis ergebnis = ablauf.empfange(felder, gemerkt);
        if (ergebnis instanceof Oidcergebnis.Angenommen a) {
            return new Heimkehr.Angemeldet(
                    a.anmeldung(),
                    Optional.of(new Fernsitzung(a.subjekt(), a.sitzung().orElse(""), a.idToken())));
        } else if (ergebnis instanceof Oidcergebnis.Fehlerantwort f) {
            return fehler(f.code());
        }
        Oidcergebnis.Abgewiesen abgewiesen = (Oidcergebnis.Abgewiesen) ergebnis;
        Rat rat =
                switch (abgewiesen.grund()) {
                    case NIVEAU_ZU_NIEDRIG -> Rat.HOEHERES_NIVEAU;
                    case KONTO_ANDERES -> Rat.ANDERES_KONTO;
                    default -> Rat.NOCHMALS;
                };
        return new Heimkehr.Gescheitert(abgewiesen.grund(), rat, abgewiesen.detail());
    }

    private static Heimkehr fehler(String code) {
        if (code.equals("access_denied")) {
            return new Heimkehr.Abgebrochen();
        }
        Rat rat = NIVEAU_VERFEHLT.contains(code) ? Rat.HOEHERES_NIVEAU : Rat.NOCHMALS;
        return new Heimkehr.Gescheitert(KontoFehler.KONTO_MELDET, rat, code);
    }

    @Override
    public Optional<Aufbruch> abmeldung(Fernsitzung sitzung, String marke) {
        return ablauf.abmeldung(sitzung.hinweis(), marke).map(a -> new Aufbruch(a.ziel(), a.felder(), ""));
    }

    @Override
    public Abgemeldet abgemeldet(String nachricht) {
        return abmeldungen.pruefe(nachricht);
    }
}
