/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import java.net.URI;

/**
 * A request, ready to go.
 *
 * @param ziel where the browser goes
 * @param vorgang to be kept for the answer
 */
public record Oidcanfrage(URI ziel, Oidcvorgang vorgang) {}
