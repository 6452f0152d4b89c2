/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import de.kommunalsdk.xdatenfelder.regel.RegelLeser;
import de.kommunalsdk.xdatenfelder.regel.Regeldatei;
import de.kommunalsdk.xdatenfelder.regel.Regelschluessel;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel.Effect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one rule file. */
public final class Dateileser {

    private static final JsonFactory JSON = new JsonFactory();

    private final String datei;
    private final JsonParser parser;
    private final Jsonquelle quelle;
    private final Ausdruckleser ausdruecke;
    private final Map<Regelschluessel, List<UebersetzteRegel>> eintraege = new LinkedHashMap<>();
    private int regeln;

    private Dateileser(String datei, JsonParser parser, Befunde befunde) {
        this.datei = datei;
        this.parser = parser;
        this.quelle = new Jsonquelle(datei, parser, befunde);
        this.ausdruecke = new Ausdruckleser(quelle);
    }

    /** See {@link RegelLeser#lies}. */
    public static RegelLeser.Ergebnis lies(String datei, byte[] bytes) {
        Befunde befunde = new Befunde();
        if (bytes.length > RegelLeser.MAX_BYTES) {
            befunde.fehler(RegelFehler.ZU_GROSS, Fundstelle.in(datei), RegelFehler.ZU_GROSS.bedeutung());
            return new RegelLeser.Ergebnis(Optional.empty(), befunde.liste());
        }
        Optional<Regeldatei> gelesen = Optional.empty();
        // Decoded first: over bytes Jackson counts columns in bytes and lets some broken UTF-8 pass.
        try (JsonParser parser = JSON.createParser(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString())) {
            gelesen = Optional.of(new Dateileser(datei, parser, befunde).lies());
        } catch (CharacterCodingException e) {
            befunde.fehler(RegelFehler.KEIN_JSON, Fundstelle.in(datei), "Die Datei ist nicht in UTF-8 geschrieben.");
        } catch (StreamConstraintsException e) {
            befunde.fehler(RegelFehler.ZU_TIEF, stelle(datei, e), "Zu tief verschachtelt, oder ein Wert ist zu lang.");
        } catch (JsonProcessingException e) {
            befunde.fehler(RegelFehler.KEIN_JSON, stelle(datei, e), "Hier endet das, was als JSON lesbar ist.");
        } catch (IOException e) {
            throw new IllegalStateException("Lesen aus dem Speicher", e);
        }
        return new RegelLeser.Ergebnis(gelesen.filter(d -> !befunde.haben()), befunde.liste());
    }

    private static Fundstelle stelle(String datei, JsonProcessingException e) {
        JsonLocation ort = e.getLocation();
        return ort == null ? Fundstelle.in(datei) : new Fundstelle(datei, ort.getLineNr(), ort.getColumnNr(), "");
    }

    private Regeldatei lies() throws IOException {
        parser.nextToken();
        quelle.merke("");
        if (quelle.ist(JsonToken.START_OBJECT, "ein Objekt", "")) {
            quelle.objekt("", this::eintrag);
        }
        if (parser.nextToken() != null) {
            quelle.merke("");
            quelle.fehler(RegelFehler.KEIN_JSON, "", "Nach dem Ende steht noch etwas.");
        }
        return new Regeldatei(datei, eintraege, quelle.stellen());
    }

    private void eintrag(String name, String pointer, boolean doppelt) throws IOException {
        Optional<Regelschluessel> schluessel =
                quelle.baue(RegelFehler.SCHLUESSEL, pointer, () -> Regelschluessel.lies(name));
        Optional<List<Optional<UebersetzteRegel>>> liste = quelle.liste(pointer, this::regel);
        if (liste.filter(List::isEmpty).isPresent()) {
            quelle.fehler(RegelFehler.PFLICHT_FEHLT, pointer, "Hier steht keine Regel; den Eintrag weglassen.");
        }
        if (schluessel.isPresent() && liste.isPresent()) {
            List<UebersetzteRegel> gelesene =
                    liste.get().stream().flatMap(Optional::stream).toList();
            eintraege.put(schluessel.get(), gelesene);
        }
    }

    private Optional<UebersetzteRegel> regel(String pointer) throws IOException {
        if (++regeln == RegelLeser.MAX_REGELN + 1) {
            quelle.fehler(RegelFehler.ZU_VIELE_REGELN, pointer, RegelFehler.ZU_VIELE_REGELN.bedeutung());
        }
        if (regeln > RegelLeser.MAX_REGELN) {
            quelle.ueberspringe();
            return Optional.empty();
        }
        return quelle.ist(JsonToken.START_OBJECT, "ein Objekt", pointer)
                ? new Angaben().lies(pointer)
                : Optional.empty();
    }

    /** The members of one rule. */
    private final class Angaben {
        private Optional<Effect> effect = Optional.empty();
        private Optional<Ausdruck.Identifier> target = Optional.empty();
        private Optional<String> message = Optional.empty();
        private Optional<Ausdruck> condition = Optional.empty();

        Optional<UebersetzteRegel> lies(String pointer) throws IOException {
            Set<String> namen = quelle.objekt(pointer, (name, angabe, doppelt) -> angabe(name, angabe));
            for (String name : List.of("effect", "message", "condition")) {
                if (!namen.contains(name)) {
                    quelle.fehler(RegelFehler.PFLICHT_FEHLT, pointer, "\"" + name + "\" fehlt.");
                }
            }
            boolean ohneZiel = !namen.contains("target");
            if (ohneZiel && effect.isPresent() && effect.get() != Effect.VALID) {
                quelle.fehler(RegelFehler.PFLICHT_FEHLT, pointer, "\"target\" fehlt; nur valid kommt ohne aus.");
                return Optional.empty();
            }
            if (effect.isEmpty() || message.isEmpty() || condition.isEmpty() || target.isPresent() == ohneZiel) {
                return Optional.empty();
            }
            return Optional.of(new UebersetzteRegel(effect.get(), target, message.get(), condition.get()));
        }

        private void angabe(String name, String pointer) throws IOException {
            switch (name) {
                case "effect" -> effect = quelle.text(pointer).flatMap(text -> effect(text, pointer));
                case "target" -> target = ausdruecke.identifier(pointer).filter(ziel -> istElement(ziel, pointer));
                case "message" ->
                    message = quelle.text(pointer)
                            .flatMap(text ->
                                    quelle.baue(RegelFehler.LITERAL, pointer, () -> UebersetzteRegel.meldung(text)));
                case "condition" -> condition = ausdruecke.bedingung(pointer, 1);
                default -> {
                    quelle.fehler(RegelFehler.UNBEKANNTE_ANGABE, pointer, "\"" + name + "\" ist nicht vorgesehen.");
                    quelle.ueberspringe();
                }
            }
        }

        private boolean istElement(Ausdruck.Identifier ziel, String pointer) {
            if (ziel.istLand()) {
                quelle.fehler(RegelFehler.IDENTIFIER, pointer, "land ist kein Ziel.");
            }
            return !ziel.istLand();
        }

        private Optional<Effect> effect(String text, String pointer) {
            Optional<Effect> treffer = Arrays.stream(Effect.values())
                    .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
            if (treffer.isEmpty()) {
                quelle.fehler(RegelFehler.EFFECT, pointer, "Diese Wirkung gibt es nicht.");
            }
            return treffer;
        }
    }
}
