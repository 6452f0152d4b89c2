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
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.Servicekonto.Sitzungsdauer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, by the token in a cookie. A session ends after a rest and after a time in all, both by its level; each
 * login makes a new token. Thread-safe.
 */
final class Sitzungen {

    private static final String ART = "kontositzung";
    private static final Duration AUFFRISCHEN = Duration.ofSeconds(30); // or each request would write
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Servicekonto konto;
    private final Kurzablage ablage;

    Sitzungen(Servicekonto konto, Kurzablage ablage) {
        this.konto = konto;
        this.ablage = ablage;
    }

    /**
     * A login that lasts.
     *
     * @param begonnen when somebody logged in
     */
    record Sitzung(Kontoanmeldung anmeldung, Instant begonnen) {}

    /** Opens a session; gives its token. */
    String eroeffne(MandantId mandant, Kontoanmeldung anmeldung) {
        Instant jetzt = konto.clock().instant();
        Inhalt inhalt = Inhalt.von(anmeldung, jetzt);
        String marke = Zufall.marke();
        ablage.legeAb(mandant, ART, marke, inhalt.bytes(), ende(inhalt, jetzt));
        return marke;
    }

    /** The login of a token; empty for one that is over or was never there. */
    Optional<Sitzung> lies(MandantId mandant, String marke) {
        Optional<Inhalt> gefunden = ablage.lies(mandant, ART, marke).map(Inhalt::gelesen);
        gefunden.ifPresent(inhalt -> frische(mandant, marke, inhalt));
        return gefunden.map(inhalt -> new Sitzung(inhalt.anmeldung(), Instant.ofEpochSecond(inhalt.begonnen())));
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
            long begonnen,
            long zuletzt) {

        /** One attribute. */
        record Angabe(String name, String wert, Vertrauensniveau niveau, String quelle) {}

        static Inhalt von(Kontoanmeldung a, Instant jetzt) {
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
