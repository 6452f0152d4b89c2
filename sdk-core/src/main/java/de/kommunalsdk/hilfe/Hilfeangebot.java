/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.hilfe;

import de.kommunalsdk.config.Knoten;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questions with their answers, and a place to ask more. Immutable.
 *
 * @param sprache BCP 47 tag of the texts
 * @param fragen in the order they are shown
 * @param chat https address of a chat or a help page of the portal
 */
public record Hilfeangebot(String sprache, List<Frage> fragen, Optional<URI> chat) {

    /** No help beside the contact. */
    public static final Hilfeangebot KEINES = new Hilfeangebot("de", List.of(), Optional.empty());

    public Hilfeangebot {
        fragen = List.copyOf(fragen);
    }

    /**
     * A question that people ask.
     *
     * @param feld id of the field it stands at, for example {@code F60000000228}; empty: it belongs to the whole Dienst
     * @param antwort plain text
     */
    public record Frage(String feld, String frage, String antwort) {}

    /** The questions of a field, by its id; with an empty id those of the whole Dienst. */
    public List<Frage> fragenZu(String feld) {
        return fragen.isEmpty()
                ? fragen
                : fragen.stream().filter(f -> f.feld().equals(feld)).toList();
    }

    /** Reads the key {@code hilfe} of a dienst.yaml; what is wrong is reported there and left out. */
    public static Hilfeangebot lies(Knoten k) {
        k.erlaubt("fragen", "chat");
        List<Frage> fragen = new ArrayList<>();
        for (Knoten eintrag : k.liste("fragen")) {
            eintrag.erlaubt("feld", "frage", "antwort");
            Optional<String> frage = eintrag.pflichttext("frage");
            Optional<String> antwort = eintrag.pflichttext("antwort");
            Optional<String> feld = eintrag.wert("feld", id -> {
                if (!id.matches("[A-Z]\\d{1,20}")) {
                    throw new IllegalArgumentException("Nummer eines Felds wie F60000000228");
                }
                return id;
            });
            if (frage.isPresent() && antwort.isPresent()) {
                fragen.add(new Frage(feld.orElse(""), frage.get(), antwort.get()));
            }
        }
        Optional<URI> chat = k.wert("chat", text -> {
            if (!text.startsWith("https://")) {
                throw new IllegalArgumentException("https-Adresse");
            }
            return URI.create(text);
        });
        return new Hilfeangebot("de", fragen, chat);
    }
}
