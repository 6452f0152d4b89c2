/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.config.internal;

import de.kommunalsdk.config.ConfigFehler;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads YAML into nodes that are text, list or mapping and nothing else. Aliases are refused. */
public final class YamlLeser {

    private static final int HOECHSTENS_TIEFE = 40;

    private final String datei;
    private final List<Problem> probleme;

    private String dokument = "";

    private YamlLeser(String datei, List<Problem> probleme) {
        this.datei = datei;
        this.probleme = probleme;
    }

    /** See {@link Knoten#lies}. */
    public static Optional<Knoten> lies(String datei, byte[] bytes, List<Problem> probleme) {
        YamlLeser leser = new YamlLeser(datei, probleme);
        if (bytes.length > Knoten.MAX_BYTES) {
            leser.melde(ConfigFehler.ZU_GROSS, 0, 0, "", "Die Datei ist groesser als 1 MiB; bitte kuerzen.");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            LoadSettings einstellungen = LoadSettings.builder()
                    .setLabel(datei)
                    .setSchema(new FailsafeSchema())
                    .setAllowDuplicateKeys(true)
                    .build();
            if (!leser.istBegrenzt(new Parse(einstellungen).parseString(text))) {
                return Optional.empty();
            }
            Optional<Node> wurzel = new Compose(einstellungen).composeString(text);
            if (wurzel.isEmpty() || !(wurzel.get() instanceof MappingNode)) {
                leser.melde(ConfigFehler.SYNTAX, 1, 1, "", "Erwartet wird eine Abbildung (schluessel: wert).");
                return Optional.empty();
            }
            leser.dokument = text;
            return Optional.of(leser.knoten(wurzel.get(), ""));
        } catch (CharacterCodingException e) {
            leser.melde(ConfigFehler.SYNTAX, 0, 0, "", "Die Datei ist nicht in UTF-8 geschrieben.");
        } catch (MarkedYamlEngineException e) {
            leser.melde(
                    ConfigFehler.SYNTAX,
                    zeile(e.getProblemMark()),
                    spalte(e.getProblemMark()),
                    "",
                    "Kein gueltiges YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            leser.melde(ConfigFehler.SYNTAX, 0, 0, "", "Kein gueltiges YAML.");
        }
        return Optional.empty();
    }

    /** Looks before nodes are made: making them is recursive, and an alias repeats any amount of text. */
    private boolean istBegrenzt(Iterable<Event> ereignisse) {
        int tiefe = -1; // the root is level 0
        for (Event ereignis : ereignisse) {
            Event.ID art = ereignis.getEventId();
            if (art == Event.ID.MappingEnd || art == Event.ID.SequenceEnd) {
                tiefe--;
            } else if (art == Event.ID.Alias) {
                String meldung = "Verweise mit * sind nicht erlaubt; bitte ausschreiben.";
                melde(
                        ConfigFehler.SYNTAX,
                        zeile(ereignis.getStartMark()),
                        spalte(ereignis.getStartMark()),
                        "",
                        meldung);
                return false;
            } else if ((art == Event.ID.MappingStart || art == Event.ID.SequenceStart) && ++tiefe > HOECHSTENS_TIEFE) {
                String meldung = "Tiefer als " + HOECHSTENS_TIEFE + " Ebenen verschachtelt.";
                melde(
                        ConfigFehler.ZU_GROSS,
                        zeile(ereignis.getStartMark()),
                        spalte(ereignis.getStartMark()),
                        "",
                        meldung);
                return false;
            }
        }
        return true;
    }

    private Knoten knoten(Node node, String pfad) {
        Fundstelle stelle = stelle(node, pfad);
        if (node instanceof ScalarNode text) {
            int anfang = text.getStartMark().map(Mark::getIndex).orElse(0);
            return new Knoten(
                    stelle,
                    text.getValue(),
                    new Textlage(dokument, anfang, text.getScalarStyle(), text.getValue(), stelle),
                    probleme);
        }
        if (node instanceof SequenceNode folge) {
            List<Knoten> elemente = new ArrayList<>();
            for (Node element : folge.getValue()) {
                elemente.add(knoten(element, pfad + "/" + (elemente.size() + 1)));
            }
            return new Knoten(stelle, List.copyOf(elemente), probleme);
        }
        Map<String, Knoten> eintraege = new LinkedHashMap<>();
        if (node instanceof MappingNode abbildung) {
            for (NodeTuple eintrag : abbildung.getValue()) {
                String name = eintrag.getKeyNode() instanceof ScalarNode schluessel ? schluessel.getValue() : "";
                Knoten wert = knoten(eintrag.getValueNode(), pfad + "/" + name);
                if (eintraege.putIfAbsent(name, wert) != null) {
                    probleme.add(Problem.fehler(
                            ConfigFehler.DOPPELT,
                            stelle(eintrag.getKeyNode(), pfad + "/" + name),
                            "Der Schluessel \"" + name + "\" steht zweimal; bitte einen entfernen."));
                }
            }
        }
        return new Knoten(stelle, eintraege, probleme);
    }

    private Fundstelle stelle(Node node, String pfad) {
        return new Fundstelle(datei, zeile(node.getStartMark()), spalte(node.getStartMark()), pfad);
    }

    private static int zeile(Optional<Mark> stelle) {
        return stelle.map(Mark::getLine).orElse(-1) + 1;
    }

    private static int spalte(Optional<Mark> stelle) {
        return stelle.map(Mark::getColumn).orElse(-1) + 1;
    }

    private void melde(ConfigFehler code, int zeile, int spalte, String pfad, String meldung) {
        probleme.add(Problem.fehler(code, new Fundstelle(datei, zeile, spalte, pfad), meldung));
    }
}
