/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.servicekonto.Fernsitzung;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.Servicekonto.Sitzungsdauer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, by the token in a cookie. A session ends after a rest and after a time in all, both by its level; each
 * login makes a new token. Thread-safe.
 */
final class Sitzungen {

    /** Cookie with the token of a session; the id of the Mandant follows. */
    static final String COOKIE = "ozg-konto-";

    private static final String ART = "kontositzung";
    private static final Pattern MARKE = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final Duration AUFFRISCHEN = Duration.ofSeconds(30); // or each request would write
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Servicekonto konto;
    private final Kurzablage ablage;
    private final Sitzungsenden enden;

    Sitzungen(Servicekonto konto, Kurzablage ablage, Sitzungsenden enden) {
        this.konto = konto;
        this.ablage = ablage;
        this.enden = enden;
    }

    /**
     * A login that lasts.
     *
     * @param begonnen when somebody logged in
     */
    record Sitzung(Kontoanmeldung anmeldung, Instant begonnen) {}

    /**
     * A session at an account, as it is stored.
     *
     * @param anbieter id of the account
     */
    record Fern(String anbieter, String subjekt, String sitzung, String hinweis) {

        Fernsitzung sitzungDort() {
            return new Fernsitzung(subjekt, sitzung, hinweis);
        }

        @Override
        public String toString() {
            return "Fern[" + anbieter + "]";
        }
    }

    /**
     * Opens a session; gives its token.
     *
     * @param fern the session at the account, where it can be ended from either side
     */
    String eroeffne(MandantId mandant, Kontoanmeldung anmeldung, Optional<Fern> fern) {
        Instant jetzt = konto.clock().instant();
        Inhalt inhalt = Inhalt.von(anmeldung, fern, jetzt);
        String marke = Zufall.marke();
        ablage.legeAb(mandant, ART, marke, inhalt.bytes(), ende(inhalt, jetzt));
        return marke;
    }

    /** The login of a request's browser at a Mandant. */
    Optional<Sitzung> von(HttpServletRequest anfrage, MandantId mandant) {
        return Besuch.cookie(anfrage, COOKIE + mandant)
                .filter(Sitzungen::istMarke)
                .flatMap(marke -> lies(mandant, marke));
    }

    /** Whether a text can be a token of this room. */
    static boolean istMarke(String text) {
        return MARKE.matcher(text).matches();
    }

    /** The login of a token; empty for one that is over or was never there. */
    Optional<Sitzung> lies(MandantId mandant, String marke) {
        Optional<Inhalt> gefunden = inhalt(mandant, marke);
        gefunden.ifPresent(inhalt -> frische(mandant, marke, inhalt));
        return gefunden.map(inhalt -> new Sitzung(inhalt.anmeldung(), Instant.ofEpochSecond(inhalt.begonnen())));
    }

    /** The session at the account; empty where there is none. */
    Optional<Fern> fern(MandantId mandant, String marke) {
        return inhalt(mandant, marke).flatMap(inhalt -> Optional.ofNullable(inhalt.fern()));
    }

    private Optional<Inhalt> inhalt(MandantId mandant, String marke) {
        Optional<Inhalt> gefunden = ablage.lies(mandant, ART, marke).map(Inhalt::gelesen);
        Optional<Fern> fern = gefunden.flatMap(inhalt -> Optional.ofNullable(inhalt.fern()));
        if (gefunden.isPresent()
                && fern.isPresent()
                && enden.istBeendet(mandant, fern.get(), gefunden.get().begonnen())) {
            beende(mandant, marke);
            return Optional.empty();
        }
        return gefunden;
    }

    void beende(MandantId mandant, String marke) {
        ablage.loesche(mandant, ART, marke);
    }

    private void frische(MandantId mandant, String marke, Inhalt inhalt) {
        Instant jetzt = konto.clock().instant();
        if (Duration.between(Instant.ofEpochSecond(inhalt.zuletzt()), jetzt).compareTo(AUFFRISCHEN) > 0) {
            ablage.ersetze(mandant, ART, marke, inhalt.zuletzt(jetzt).bytes(), ende(inhalt, jetzt));
        }
    }

    private Instant ende(Inhalt inhalt, Instant jetzt) {
        Sitzungsdauer dauer = konto.dauer(inhalt.niveau());
        Instant ruhe = jetzt.plus(dauer.ruhe());
        Instant hoechstens = Instant.ofEpochSecond(inhalt.begonnen()).plus(dauer.hoechstens());
        return ruhe.isBefore(hoechstens) ? ruhe : hoechstens;
    }

    /** As it is stored. */
    record Inhalt(
            String quelle,
            String subjekt,
            Vertrauensniveau niveau,
            List<Angabe> attribute,
            String mittel,
            @Nullable String postfach,
            @Nullable String antragskennung,
            @Nullable Fern fern,
            long begonnen,
            long zuletzt) {

        /** One attribute. */
        record Angabe(String name, String wert, Vertrauensniveau niveau, String quelle) {}

        static Inhalt von(Kontoanmeldung a, Optional<Fern> fern, Instant jetzt) {
            Nutzer nutzer = a.nutzer();
            return new Inhalt(
                    nutzer.quelle(),
                    nutzer.subjekt(),
                    nutzer.niveau(),
                    nutzer.attribute().stream()
                            .map(t -> new Angabe(t.name(), t.wert(), t.niveau(), t.quelle()))
                            .toList(),
                    a.mittel(),
                    a.postfach().orElse(null),
                    a.antragskennung().orElse(null),
                    fern.orElse(null),
                    jetzt.getEpochSecond(),
                    jetzt.getEpochSecond());
        }

        Inhalt zuletzt(Instant jetzt) {
            return new Inhalt(
                    quelle,
                    subjekt,
                    niveau,
                    attribute,
                    mittel,
                    postfach,
                    antragskennung,
                    fern,
                    begonnen,
                    jetzt.getEpochSecond());
        }

        Kontoanmeldung anmeldung() {
            List<Attribut> angaben = attribute.stream()
                    .map(t -> new Attribut(t.name(), t.wert(), t.niveau(), t.quelle()))
                    .toList();
            return new Kontoanmeldung(
                    new Nutzer(quelle, subjekt, niveau, angaben),
                    mittel,
                    Optional.ofNullable(postfach),
                    Optional.ofNullable(antragskennung));
        }

        byte[] bytes() {
            try {
                return JSON.writeValueAsBytes(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Texte lassen sich immer schreiben", e);
            }
        }

        static Inhalt gelesen(byte[] bytes) {
            try {
                return JSON.readValue(bytes, Inhalt.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "Inhalt[" + quelle + ", " + niveau + "]";
        }
    }
}
