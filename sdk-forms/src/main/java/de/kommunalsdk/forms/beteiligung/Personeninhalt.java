/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.nutzerkonto.Nutzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of one person.
 *
 * @param name as the form has it
 * @param email as the form has it, may be empty
 * @param nummer number of the entry of a repeated group, else 0
 * @param grund why the person declined, may be empty
 * @param quelle name of the account that the person logged in with, empty without a login
 * @param konto SHA-256 of the account's key, so that it is known again; empty without a login and for a guest
 * @param eigene the person's own answers
 */
public record Personeninhalt(
        String name, String email, int nummer, String grund, String quelle, String konto, Antworten eigene) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of somebody who was not there yet. */
    public static Personeninhalt neu(String name, String email, int nummer) {
        return new Personeninhalt(name, email, nummer, "", "", "", Antworten.LEER);
    }

    /** With other answers of the person. */
    public Personeninhalt mitEigenen(Antworten andere) {
        return new Personeninhalt(name, email, nummer, grund, quelle, konto, andere);
    }

    /** With the account of a login. */
    public Personeninhalt mitKonto(Nutzer nutzer) {
        String schluessel = nutzer.quelle() + "\n" + nutzer.subjekt();
        String hash = nutzer.istGast() ? "" : Sha256.hex(schluessel.getBytes(StandardCharsets.UTF_8));
        return new Personeninhalt(name, email, nummer, grund, nutzer.quelle(), hash, eigene);
    }

    /** Known by no account any more. */
    public Personeninhalt ohneKonto() {
        return new Personeninhalt(name, email, nummer, grund, "", "", eigene);
    }

    /** With the reason of a refusal. */
    public Personeninhalt mitGrund(String anderer) {
        return new Personeninhalt(name, email, nummer, anderer, quelle, konto, eigene);
    }

    /** The bytes to store. */
    public byte[] schreibe() {
        SortedMap<String, Object> teile = AntwortenFormat.teile(eigene);
        teile.put("seite", eigene.seite());
        teile.putAll(Map.of("name", name, "email", email, "nummer", String.valueOf(nummer), "grund", grund));
        teile.putAll(Map.of("quelle", quelle, "konto", konto));
        return AntwortenFormat.json(teile);
    }

    /** Reads; OZG-FORM-0012 or OZG-BETEILIGT-0011 for anything that was not written here. */
    public static Personeninhalt lies(byte[] bytes) {
        Map<String, String> texte = texte(bytes);
        return new Personeninhalt(
                texte.getOrDefault("name", ""),
                texte.getOrDefault("email", ""),
                Integer.parseInt(texte.getOrDefault("nummer", "0")),
                texte.getOrDefault("grund", ""),
                texte.getOrDefault("quelle", ""),
                texte.getOrDefault("konto", ""),
                AntwortenFormat.lies(bytes));
    }

    /** The texts beside the answers. */
    static Map<String, String> texte(byte[] bytes) {
        Map<String, String> texte = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> e : JSON.readTree(bytes).properties()) {
                if (e.getValue().isTextual()) {
                    texte.put(e.getKey(), e.getValue().textValue());
                }
            }
            return texte;
        } catch (IOException e) {
            throw new InvalidInput(BeteiligungFehler.INHALT, e.getClass().getSimpleName());
        }
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Personeninhalt[" + eigene + "]";
    }
}
