/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The accounts that a portal offers, as its {@code Nutzerkonto}. Its addresses lead to the pages of
 * {@code servicekonto.servlet.KontoServlet}. Immutable, thread-safe.
 */
public final class Servicekonto implements Nutzerkonto {

    private static final Logger LOG = LoggerFactory.getLogger(Servicekonto.class);
    private static final String ANMELDEN = "konto-anmelden";
    private static final String ABMELDEN = "konto-abmelden";
    private static final String ANGEKOMMEN = "konto-angekommen";
    private static final Duration GUELTIG = Duration.ofHours(12);
    private static final Duration ANKUNFT = Duration.ofMinutes(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Kontoanbieter> anbieter;
    private final String pfad;
    private final Siegel siegel;
    private final Clock clock;
    private final Map<Vertrauensniveau, Sitzungsdauer> dauern;
    private final Kontobeobachter beobachter;
    private final Set<String> gesperrte = ConcurrentHashMap.newKeySet();
    private final Set<String> unbesehene = ConcurrentHashMap.newKeySet();
    private final Set<String> gesagtes = ConcurrentHashMap.newKeySet();

    private Servicekonto(Builder b, Schluesselbund schluessel) {
        this.anbieter = List.copyOf(b.anbieter);
        this.pfad = b.pfad;
        this.siegel = new Siegel(schluessel, b.clock);
        this.clock = b.clock;
        this.dauern = Map.copyOf(b.dauern);
        this.beobachter = b.beobachter;
        anbieter.forEach(a -> beurteile(a.id(), a.zustand()));
    }

    /**
     * Says once what is wrong; with an error of the own side real people are not sent out. An account that did not answer yet is
     * looked at again when somebody asks.
     */
    private void beurteile(String id, Kontozustand zustand) {
        zustand.befunde().stream().filter(p -> gesagtes.add(id + " " + p)).forEach(p -> melde(id, p));
        if (zustand.istGesperrt()) {
            gesperrte.add(id);
        }
        if (zustand.istUnbesehen()) {
            unbesehene.add(id);
        } else {
            unbesehene.remove(id);
        }
    }

    /** Into the log, with the remedy. */
    public static void melde(String konto, Problem problem) {
        Level stufe =
                switch (problem.schwere()) {
                    case FEHLER -> Level.ERROR;
                    case WARNUNG -> Level.WARN;
                    case HINWEIS -> Level.INFO;
                };
        LOG.atLevel(stufe).log("Konto {}: {} {}", konto, problem, problem.code().abhilfe());
    }

    /** A new one. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How long a login lasts.
     *
     * @param ruhe without a request
     * @param hoechstens in all
     */
    public record Sitzungsdauer(Duration ruhe, Duration hoechstens) {
        public Sitzungsdauer {
            if (ruhe.compareTo(hoechstens) > 0 || ruhe.isNegative() || ruhe.isZero()) {
                throw new IllegalArgumentException("Sitzungsdauer: 0 < ruhe <= hoechstens");
            }
        }
    }

    /** Collects the options. Not thread-safe. */
    public static final class Builder {

        private final List<Kontoanbieter> anbieter = new ArrayList<>();
        // the longest that TR-03160-1 allows
        private final Map<Vertrauensniveau, Sitzungsdauer> dauern = new EnumMap<>(Map.of(
                Vertrauensniveau.BASISREGISTRIERUNG, new Sitzungsdauer(Duration.ofMinutes(60), Duration.ofHours(12)),
                Vertrauensniveau.NIEDRIG, new Sitzungsdauer(Duration.ofMinutes(60), Duration.ofHours(12)),
                Vertrauensniveau.SUBSTANZIELL, new Sitzungsdauer(Duration.ofMinutes(30), Duration.ofHours(2)),
                Vertrauensniveau.HOCH, new Sitzungsdauer(Duration.ofMinutes(5), Duration.ofMinutes(30))));
        private String pfad = "/konto";
        private Clock clock = Clock.systemUTC();
        private @Nullable Schluesselbund schluessel;
        private Kontobeobachter beobachter = ereignis -> {};

        private Builder() {}

        /** One more account, at least one in all; the pages offer them in this order. */
        public Builder anbieter(Kontoanbieter wert) {
            if (anbieter.stream().anyMatch(a -> a.id().equals(wert.id()))) {
                throw new IllegalArgumentException("Zwei Anbieter mit der Id " + wert.id());
            }
            anbieter.add(wert);
            return this;
        }

        /** The keys of the portal, the same as the SDK's. Required. */
        public Builder schluessel(Schluesselbund wert) {
            schluessel = wert;
            return this;
        }

        /** Where the servlet is, with the portal's context path, without a slash at the end; {@code /konto} if not said. */
        public Builder pfad(String wert) {
            if (!wert.matches("(/[A-Za-z0-9._~-]+)+")) {
                throw new IllegalArgumentException("pfad: zum Beispiel /konto");
            }
            pfad = wert;
            return this;
        }

        /** How long a login of a level lasts, in place of the longest that TR-03160-1 allows. */
        public Builder sitzung(Vertrauensniveau niveau, Sitzungsdauer dauer) {
            dauern.put(niveau, dauer);
            return this;
        }

        /** Another clock than the system's. */
        public Builder clock(Clock wert) {
            clock = wert;
            return this;
        }

        /** Hears of each login, for metrics. */
        public Builder beobachter(Kontobeobachter wert) {
            beobachter = wert;
            return this;
        }

        /**
         * Builds, and looks at each account: what is wrong stands in the log. An account that is not configured well is
         * not offered in production; the others are. Metadata from an address are fetched in the background; nobody waits for
         * them.
         *
         * @throws IllegalStateException when an account or the keys are missing
         */
        public Servicekonto build() {
            if (schluessel == null || anbieter.isEmpty()) {
                throw new IllegalStateException("Servicekonto: schluessel und mindestens ein anbieter sind noetig");
            }
            return new Servicekonto(this, schluessel);
        }
    }

    /** The accounts in their order, without those that are not configured well. */
    public List<Kontoanbieter> anbieter() {
        anbieter.stream().filter(a -> unbesehene.contains(a.id())).forEach(a -> beurteile(a.id(), a.zustand()));
        return anbieter.stream().filter(a -> !gesperrte.contains(a.id())).toList();
    }

    /** How each account is now, by its id; also of those that are not offered. */
    public Map<String, Kontozustand> zustaende() {
        Map<String, Kontozustand> zustaende = new LinkedHashMap<>();
        anbieter.forEach(a -> {
            Kontozustand zustand = a.zustand();
            if (unbesehene.contains(a.id())) {
                beurteile(a.id(), zustand);
            }
            zustaende.put(a.id(), zustand);
        });
        return zustaende;
    }

    /** Tells who listens; never fails. */
    public void melde(Kontobeobachter.Ereignis ereignis) {
        try {
            beobachter.geschah(ereignis);
        } catch (RuntimeException e) {
            LOG.warn("Kontobeobachter: {}", Fehlerspur.von(e));
        }
    }

    /** One account. */
    public Optional<Kontoanbieter> anbieter(String id) {
        return anbieter().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /**
     * What this side says about itself to an account; also to one that is not offered.
     *
     * @throws de.kommunalsdk.error.OzgException when this side is not configured well
     */
    public Optional<Selbstauskunft> selbstauskunft(String id) {
        return anbieter.stream().filter(a -> a.id().equals(id)).findFirst().flatMap(Kontoanbieter::selbstauskunft);
    }

    /** How long a login of this level lasts. */
    public Sitzungsdauer dauer(Vertrauensniveau niveau) {
        return Optional.ofNullable(dauern.get(niveau))
                .orElseThrow(() -> new IllegalArgumentException("Ohne Anmeldung gibt es keine Sitzung"));
    }

    /** The clock of all times here. */
    public Clock clock() {
        return clock;
    }

    @Override
    public Vertrauensniveau hoechstes(MandantId mandant) {
        return anbieter().stream()
                .map(a -> a.angaben().hoechstes())
                .max(Comparator.naturalOrder())
                .orElse(Vertrauensniveau.OHNE);
    }

    @Override
    public String anmeldeadresse(Anmeldewunsch wunsch) {
        Wunsch kurz = new Wunsch(
                wunsch.mandant().wert(), wunsch.anlass(), wunsch.niveau(), wunsch.attribute(), wunsch.zurueck());
        try {
            return pfad + "/anmelden?w=" + siegel.siegle(ANMELDEN, JSON.writeValueAsString(kurz), GUELTIG);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texte lassen sich immer schreiben", e);
        }
    }

    /** The wish of such an address; empty for one that is not from here, or too old. */
    public Optional<Anmeldewunsch> wunsch(String w) {
        return siegel.oeffne(ANMELDEN, w).map(text -> {
            try {
                Wunsch kurz = JSON.readValue(text, Wunsch.class);
                return new Anmeldewunsch(new MandantId(kurz.m()), kurz.a(), kurz.n(), kurz.t(), kurz.z());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Nur wir siegeln", e);
            }
        });
    }

    @Override
    public String abmeldeadresse(MandantId mandant, String zurueck) {
        Abmeldung wohin = new Abmeldung(mandant, zurueck);
        return pfad + "/abmelden?w=" + siegel.siegle(ABMELDEN, mandant + " " + wohin.zurueck(), GUELTIG);
    }

    /** The address after a login; it leads on to a path of this host. */
    public String ankunft(String zurueck) {
        return pfad + "/angekommen?w=" + siegel.siegle(ANGEKOMMEN, zurueck, ANKUNFT);
    }

    /** Where such an address leads on to; empty for one that is not from here, or too old. */
    public Optional<String> angekommen(String w) {
        return siegel.oeffne(ANGEKOMMEN, w);
    }

    /** Of whom and where to such an address logs out. */
    public Optional<Abmeldung> abmeldung(String w) {
        return siegel.oeffne(ABMELDEN, w).map(text -> {
            int luecke = text.indexOf(' ');
            return new Abmeldung(new MandantId(text.substring(0, luecke)), text.substring(luecke + 1));
        });
    }

    /**
     * A logout.
     *
     * @param zurueck path of this host
     */
    public record Abmeldung(MandantId mandant, String zurueck) {

        public Abmeldung {
            new Anmeldewunsch(mandant, "", Vertrauensniveau.OHNE, Set.of(), zurueck); // the same rule
        }
    }

    /** As it stands in an address. */
    record Wunsch(String m, String a, Vertrauensniveau n, Set<String> t, String z) {}
}
