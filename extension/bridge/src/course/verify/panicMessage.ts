/** Returns what a learner reads about a panic with this message. */
export function panicMessage(message: string): string {
  const text = message.trim();
  return text.startsWith('not yet implemented')
    ? `Rust panicked: ${text}. This call still reaches a todo!().`
    : `Rust panicked: ${text}`;
}
