/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * A narrow and strict OpenID Connect relying party: authorization code with PKCE, verified ID token, keys of the account,
 * presets of German brokers. Values and ports only, HTTP through the room {@code http}; it knows no servlet, no session and
 * no store, which the room servicekonto adds.
 */
@NullMarked
package de.kommunalsdk.oidc;

import org.jspecify.annotations.NullMarked;
