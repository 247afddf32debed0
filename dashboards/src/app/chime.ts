let audio: AudioContext | undefined

/** In Hz: a fifth, rising, which calls without alarming. */
const notes = [523.25, 783.99]
const loudness = 0.06
const seconds = 0.5

/** Browsers let nothing sound before the reader has done something on the page: called with whatever she does. */
export function wakeChime(): void {
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume()
}

/** Two soft notes. Silent where the browser does not let it sound. */
export function chime(): void {
  if (audio?.state !== 'running') return
  for (const [index, pitch] of notes.entries()) {
    const start = audio.currentTime + index * 0.18
    const tone = new OscillatorNode(audio, { type: 'sine', frequency: pitch })
    const volume = new GainNode(audio, { gain: 0 })
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(loudness, start + 0.03)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + seconds)
  }
}
