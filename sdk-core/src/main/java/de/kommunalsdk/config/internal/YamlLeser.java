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
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads YAML into nodes that are text, list or mapping and nothing else. Aliases are not followed. */
public final class YamlLeser {

    private static final int HOECHSTENS_TIEFE = 40;

    private final String datei;
    private final List<Problem> probleme;

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
                    .setMaxAliasesForCollections(0)
                    .build();
            Optional<Node> wurzel = new Compose(einstellungen).composeString(text);
            if (wurzel.isEmpty() || !(wurzel.get() instanceof MappingNode)) {
                leser.melde(ConfigFehler.SYNTAX, 1, 1, "", "Erwartet wird eine Abbildung (schluessel: wert).");
                return Optional.empty();
            }
            return Optional.of(leser.knoten(wurzel.get(), "", 0));
        } catch (CharacterCodingException e) {
            leser.melde(ConfigFehler.SYNTAX, 0, 0, "", "Die Datei ist nicht in UTF-8 geschrieben.");
        } catch (MarkedYamlEngineException e) {
            int zeile = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            int spalte = e.getProblemMark().map(Mark::getColumn).orElse(-1) + 1;
            leser.melde(ConfigFehler.SYNTAX, zeile, spalte, "", "Kein gueltiges YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            leser.melde(ConfigFehler.SYNTAX, 0, 0, "", "Kein gueltiges YAML.");
        }
        return Optional.empty();
    }

    private Knoten knoten(Node node, String pfad, int tiefe) {
        Fundstelle stelle = stelle(node, pfad);
        if (tiefe > HOECHSTENS_TIEFE) {
            probleme.add(Problem.fehler(
                    ConfigFehler.ZU_GROSS, stelle, "Tiefer als " + HOECHSTENS_TIEFE + " Ebenen verschachtelt."));
            return new Knoten(stelle, "", probleme);
        }
        if (node instanceof ScalarNode text) {
            return new Knoten(stelle, text.getValue(), probleme);
        }
        if (node instanceof SequenceNode folge) {
            List<Knoten> elemente = new ArrayList<>();
            for (Node element : folge.getValue()) {
                elemente.add(knoten(element, pfad + "/" + (elemente.size() + 1), tiefe + 1));
            }
            return new Knoten(stelle, List.copyOf(elemente), probleme);
        }
        Map<String, Knoten> eintraege = new LinkedHashMap<>();
        if (node instanceof MappingNode abbildung) {
            for (NodeTuple eintrag : abbildung.getValue()) {
                String name = eintrag.getKeyNode() instanceof ScalarNode schluessel ? schluessel.getValue() : "";
                Knoten wert = knoten(eintrag.getValueNode(), pfad + "/" + name, tiefe + 1);
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
        return new Fundstelle(
                datei,
                node.getStartMark().map(Mark::getLine).orElse(-1) + 1,
                node.getStartMark().map(Mark::getColumn).orElse(-1) + 1,
                pfad);
    }

    private void melde(ConfigFehler code, int zeile, int spalte, String pfad, String meldung) {
        probleme.add(Problem.fehler(code, new Fundstelle(datei, zeile, spalte, pfad), meldung));
    }
}
